import { PAIR_GAP_CHARACTERS, PAIR_GAP_LINES } from "./patterns.ts";

/** What more than one scanner loses, in lines that fit behind a comment mark. */
export const LOSSES = {
  checksum:
    "The checksum: rules cannot compute one here, so an edited, mistyped or invented secret is\n" +
    "reported like a real one. cfltguard check tells them apart.",
  encodings: "All encodings: base64, percent, \\u escapes, UTF-16, archives; and secrets that are wrapped or\nsplit.",
  gitleaksEncodings:
    "Encodings but base64, hex, percent and \\u escapes: UTF-16, JSON's \\/, HTML, quoted-printable,\n" +
    "gzip inside text; and secrets that are wrapped or split.",
  pairing: "Which key a secret belongs to, and so which one to delete: nearness is all that counts here.",
  overlap: "A secret that begins within another look-alike (cfltcflt...), one time in 16.",
  legacyAlone:
    "Legacy secrets without a key ID nearby, or directly behind an escape such as \\n; cfltguard also\n" +
    "weighs field names and hosts.",
  legacyCharacters: `Legacy pairs more than ${PAIR_GAP_CHARACTERS} characters apart.`,
  legacyLines: `Legacy pairs more than ${PAIR_GAP_LINES} lines apart, or of which one half alone is encoded.`,
  legacyNeighbours: "Of two legacy secrets with one character between them, the second.",
  legacyEncrypted:
    "Precision: what Confluent Secret Protection encrypted (ENC[...]) near a key ID is taken for a legacy\nsecret.",
  legacyTwice: "Brevity: a legacy secret between two key IDs is reported by both rules for pairs.",
  gitleaksFiles:
    "Files that its default configuration leaves out by name: lock files, images, PDF, office\n" +
    "documents, node_modules.",
} as const;
