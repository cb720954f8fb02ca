/**
 * Every way a secret may be written other than plainly: the closed list that reports, tests and documents use.
 * The text says what an encoding does to the characters of a secret.
 */
export const ENCODINGS = {
  base64: "base64, padded or not, at any alignment",
  base64url: "base64 with - and _ for + and /",
  "utf-16le": "two bytes a character, the low one first",
  "utf-16be": "two bytes a character, the high one first",
  "utf-32le": "four bytes a character, the low one first",
  "utf-32be": "four bytes a character, the high one first",
  percent: "%2B and %2F, as in URLs",
  escape: "backslash escapes of JSON, Java, shells and properties files: \\/, \\u002B, \\x2b",
  entity: "HTML and XML entities: &#43;, &#x2F;, &plus;",
  "quoted-printable": "=2B and =2F, as in mail",
  hex: "two hexadecimal digits a character",
  split: "cut in pieces: wrapped lines, continuations, adjacent literals, a diff's or a table's margin",
  gzip: "compressed, inside a text encoding",
} as const satisfies Record<string, string>;

/** An encoding's name in every report. */
export type Encoding = keyof typeof ENCODINGS;
