/**
 * Every way a secret may be written other than plainly: the closed list that reports, tests and documents use.
 * The text says what an encoding does to the characters of a secret.
 */
export declare const ENCODINGS: {
    readonly base64: "base64, padded or not, at any alignment";
    readonly base64url: "base64 with - and _ for + and /";
    readonly "utf-16le": "two bytes a character, the low one first";
    readonly "utf-16be": "two bytes a character, the high one first";
    readonly "utf-32le": "four bytes a character, the low one first";
    readonly "utf-32be": "four bytes a character, the high one first";
    readonly percent: "%2B and %2F, as in URLs";
    readonly escape: "backslash escapes of JSON, Java, shells and properties files: \\/, \\u002B, \\x2b";
    readonly entity: "HTML and XML entities: &#43;, &#x2F;, &plus;";
    readonly "quoted-printable": "=2B and =2F, as in mail";
    readonly hex: "two hexadecimal digits a character";
    readonly split: "cut in pieces: wrapped lines, continuations, adjacent literals, a diff's or a table's margin";
    readonly gzip: "compressed, inside a text encoding";
};
/** An encoding's name in every report. */
export type Encoding = keyof typeof ENCODINGS;
