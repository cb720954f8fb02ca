/**
 * What speaks for and against 64 characters without prefix and checksum being a secret, and how much.
 *
 * The texts are printed under `--explain`. One strong reason is as much as `LIKELY_SCORE`; what shows that
 * it is something else (-10) outweighs everything together. Source: notes/pairs.md#weights
 */
export declare const EVIDENCE: {
    readonly "id-joined": {
        readonly weight: 3;
        readonly text: "a key ID is joined to it by a colon";
    };
    readonly "id-beside": {
        readonly weight: 3;
        readonly text: "a key ID stands beside it, with nothing but separators between";
    };
    readonly "id-named-alike": {
        readonly weight: 3;
        readonly text: "a key ID stands in a field of the same object or statement, named like its own";
    };
    readonly "id-in-file-name": {
        readonly weight: 2;
        readonly text: "the file is named for a key ID";
    };
    readonly "id-field": {
        readonly weight: 2;
        readonly text: "a field close by holds a key ID";
    };
    readonly "id-near": {
        readonly weight: 1;
        readonly text: "a key ID stands close by";
    };
    readonly "weak-id-paired": {
        readonly weight: 2;
        readonly text: "16 capitals and digits, as a key ID in documentation has, are paired with it";
    };
    readonly "secret-name": {
        readonly weight: 1;
        readonly text: "its field is named as a secret's";
    };
    readonly "confluent-name": {
        readonly weight: 2;
        readonly text: "that name speaks of Confluent, Kafka or SASL";
    };
    readonly "plain-login": {
        readonly weight: 2;
        readonly text: "it is the password of Kafka's PLAIN login";
    };
    readonly "confluent-near": {
        readonly weight: 1;
        readonly text: "a host or a resource of Confluent Cloud, or Confluent itself, is named close by";
    };
    readonly "foreign-name": {
        readonly weight: -6;
        readonly text: "its field is named for something else: a session, a token, another vendor";
    };
    readonly "hash-name": {
        readonly weight: -6;
        readonly text: "its field is named as a hash, a signature or a certificate";
    };
    readonly "foreign-user": {
        readonly weight: -3;
        readonly text: "the user that its field belongs to is no key ID";
    };
    readonly wrapped: {
        readonly weight: -10;
        readonly text: "it is a line of wrapped base64 or of a PEM block";
    };
    readonly "longer-text": {
        readonly weight: -10;
        readonly text: "it is a part of a longer text: an integrity hash, a token, a path, padded base64";
    };
    readonly encrypted: {
        readonly weight: -10;
        readonly text: "it is encrypted";
    };
    readonly template: {
        readonly weight: -10;
        readonly text: "it is a name within a template";
    };
};
/** A reason's name in reports. */
export type Evidence = keyof typeof EVIDENCE;
/** A legacy finding is `likely` from this score on. */
export declare const LIKELY_SCORE = 3;
/** A legacy finding is `possible` from this score on, and nothing below it. */
export declare const POSSIBLE_SCORE = 2;
/** The sum of what all of it weighs. */
export declare function scoreOf(evidence: readonly Evidence[]): number;
