import { between, choose } from "./encoders.ts";
import type { Random } from "./secrets.ts";

/** A way in which a long word is cut into pieces by the text that it stands in. */
export interface BrokenShape {
  readonly id: string;
  readonly fileName: string;
  /** What stands before the first piece and behind the last one. */
  readonly before: string;
  readonly after: string;
  /** What stands between two pieces; at most `MAX_GAP_BYTES` bytes. */
  gap(random: Random): string;
}

/** No gap of any shape is longer. */
export const MAX_GAP_BYTES = 160;
const MAX_PIECES = 8;
const PREFIX_LENGTH = "cflt".length;

const YAML = { fileName: "values.yaml", before: "kafka:\n  # new key\n  password: ", after: "\n  user: a\n" };
const SHELL = { fileName: "run.sh", before: "#!/bin/sh\nset -e\nrun --api-secret ", after: "\necho done\n" };
const BATCH = { fileName: "run.cmd", before: "@echo off\r\nset API_SECRET=", after: "\r\necho done\r\n" };
const POWERSHELL = { fileName: "run.ps1", before: "$x = 1\r\n$env:API_SECRET = ", after: "\r\nexit 0\r\n" };
const DOUBLE = { fileName: "config.py", before: 'import os\n\nSECRET = ("', after: '")\nprint(1)\n' };
const SINGLE = { fileName: "config.py", before: "import os\n\nSECRET = ('", after: "')\nprint(1)\n" };
const PHP = { fileName: "config.php", before: "<?php\n$secret = '", after: "';\n" };
const BASIC = { fileName: "Module1.vb", before: 'Module M\r\n    Dim secret = "', after: '"\r\nEnd Module\r\n' };
const SQL = { fileName: "seed.sql", before: "begin;\ninsert into keys values ('", after: "');\ncommit;\n" };
const DIFF_HEAD = "diff --git a/x.txt b/x.txt\n--- a/x.txt\n+++ b/x.txt\n@@ -1,2 +1,9 @@\n context\n";
const MAIL = { fileName: "message.eml", before: "Subject: key\r\n\r\nThe secret is ", after: " .\r\nBye\r\n" };
const JSON_STRING = { fileName: "log.json", before: '{\n  "level": 3,\n  "text": "secret: ', after: '"\n}\n' };
const HTML = { fileName: "page.html", before: "<html>\n<body>\n<td>", after: "</td>\n</body>\n" };

/** One entry for each shape of gap. */
export const BROKEN_SHAPES: readonly BrokenShape[] = [
  { id: "newline", ...YAML, gap: () => "\n" },
  { id: "newline-spaces", ...YAML, gap: (random) => `\n${spaces(random)}` },
  { id: "newline-tabs", ...YAML, gap: (random) => `\n${"\t".repeat(between(1, 6, random))}` },
  { id: "crlf-spaces", ...YAML, gap: (random) => `\r\n${spaces(random)}` },
  { id: "trailing-spaces", ...YAML, gap: (random) => `${" ".repeat(between(1, 5, random))}\n${spaces(random)}` },

  { id: "backslash", ...SHELL, gap: () => "\\\n" },
  { id: "backslash-indented", ...SHELL, gap: (random) => `${space(random)}\\\n${spaces(random)}` },
  { id: "caret", ...BATCH, gap: (random) => `${space(random)}^\r\n${spaces(random)}` },
  { id: "backtick", ...POWERSHELL, gap: (random) => `${space(random)}\`\r\n${spaces(random)}` },

  { id: "adjacent-double", ...DOUBLE, gap: () => '" "' },
  { id: "adjacent-double-lines", ...DOUBLE, gap: (random) => `"\n${spaces(random)}"` },
  { id: "adjacent-single", ...SINGLE, gap: () => "' '" },
  { id: "adjacent-single-lines", ...SINGLE, gap: (random) => `'\n${spaces(random)}'` },
  { id: "adjacent-backslash-lines", ...DOUBLE, gap: (random) => `" \\\n${spaces(random)}"` },

  { id: "plus-double", ...DOUBLE, gap: (random) => `"${space(random)}+${space(random)}"` },
  { id: "plus-single", ...SINGLE, gap: (random) => `'${space(random)}+${space(random)}'` },
  { id: "plus-double-lines", ...DOUBLE, gap: (random) => `" +\n${spaces(random)}"` },
  { id: "plus-single-lines", ...SINGLE, gap: (random) => `' +\n${spaces(random)}'` },
  { id: "plus-first-on-line", ...DOUBLE, gap: (random) => `"\n${spaces(random)}+ "` },
  { id: "dot", ...PHP, gap: () => "' . '" },
  { id: "dot-lines", ...PHP, gap: (random) => `' .\n${spaces(random)}'` },
  { id: "ampersand", ...BASIC, gap: () => '" & "' },
  { id: "ampersand-lines", ...BASIC, gap: (random) => `" & _\r\n${spaces(random)}"` },
  { id: "bars", ...SQL, gap: (random) => `'${space(random)}||${space(random)}'` },
  { id: "bars-lines", ...SQL, gap: (random) => `' ||\n${spaces(random)}'` },

  { id: "diff-added", ...diffOf("+secret: "), gap: (random) => `\n+${spaces(random)}` },
  { id: "diff-removed", ...diffOf("-secret: "), gap: (random) => `\n-${spaces(random)}` },
  { id: "diff-added-literals", ...diffOf('+s = "', '"'), gap: (random) => `"\n+${spaces(random)}"` },
  { id: "diff-added-plus", ...diffOf('+s = "', '"'), gap: (random) => `" +\n+${spaces(random)}"` },

  { id: "mail-quote", ...MAIL, before: "On Monday A wrote:\n> it is ", gap: () => "\n> " },
  { id: "mail-quote-twice", ...MAIL, before: "On Monday A wrote:\n> > it is ", gap: () => "\n> > " },
  { id: "hash-comment", ...commentIn("# "), gap: (random) => `\n${spaces(random)}# ` },
  { id: "slash-comment", ...commentIn("// "), gap: (random) => `\n${spaces(random)}// ` },
  { id: "star-comment", ...commentIn("/**\n * "), gap: (random) => `\n${spaces(random)}* ` },
  { id: "dash-comment", ...commentIn("-- "), gap: (random) => `\n${spaces(random)}-- ` },
  { id: "semicolon-comment", ...commentIn("; "), gap: (random) => `\n${spaces(random)};${space(random)}` },

  {
    id: "table",
    fileName: "terminal.log",
    before: "+------------+--------+\n| API Key    | A      |\n| API Secret | ",
    after: " |\n+------------+--------+\n",
    gap: (random) => `${" ".repeat(between(0, 20, random))} |\n|            | `,
  },
  {
    id: "table-one-column",
    fileName: "terminal.log",
    before: "+--------+\n| ",
    after: " |\n+--------+\n",
    gap: () => " |\n| ",
  },

  { id: "json-newline", ...JSON_STRING, gap: () => "\\n" },
  { id: "json-newline-spaces", ...JSON_STRING, gap: (random) => `\\n${spaces(random)}` },
  { id: "json-crlf", ...JSON_STRING, gap: () => "\\r\\n" },
  { id: "soft-break-crlf", ...MAIL, gap: () => "=\r\n" },
  { id: "soft-break-lf", ...MAIL, gap: () => "=\n" },
  { id: "br", ...HTML, gap: (random) => choose(["<br>", "<br/>", "<br />", "<br>\n", "<BR>"], random) },
  { id: "wbr", ...HTML, gap: (random) => choose(["<wbr>", "<wbr/>", "<wbr>\n"], random) },
];

/** Pieces with gaps of one shape between them; what stands around them is left to the caller. */
export function breakUp(shape: BrokenShape, pieces: readonly string[], random: Random): string {
  return pieces.reduce((text, piece) => text + shape.gap(random) + piece);
}

/**
 * Cuts a word into 2 to 8 pieces. One cut, and no other, may leave a single character: where `isInPrefix`, it is one
 * of the three inside of `cflt`. All other cuts are behind the first four characters.
 */
export function cutUp(word: string, isInPrefix: boolean, random: Random): readonly string[] {
  const freeCut = isInPrefix ? between(1, PREFIX_LENGTH - 1, random) : between(PREFIX_LENGTH, word.length - 1, random);
  const minPiece = word.startsWith("cflt") ? 2 : MIN_CODED_PIECE;
  const drawn = drawCuts(word.length, between(0, MAX_PIECES - 2, random), freeCut, minPiece, random);
  const otherCuts = minPiece === 2 ? drawn : drawn.filter((cut) => Math.abs(cut - freeCut) >= minPiece);
  const bounds = [0, freeCut, ...otherCuts, word.length].sort((a, b) => a - b);
  return bounds.slice(1).map((end, i) => word.slice(bounds[i], end));
}

/** Of base64, whose anchor stands anywhere, a piece has five characters at least: one that is cut twice is not promised to be found. */
const MIN_CODED_PIECE = 5;

/** Cuts of which no two leave fewer than `minPiece` characters between them. */
function drawCuts(length: number, count: number, freeCut: number, minPiece: number, random: Random): readonly number[] {
  let open = Array.from({ length: length - PREFIX_LENGTH - 1 }, (_, i) => PREFIX_LENGTH + i);
  open = open.filter((cut) => cut !== freeCut);
  const cuts: number[] = [];
  for (let i = 0; i < count; i++) {
    const cut = open[Math.floor(random() * open.length)];
    if (cut === undefined) break;
    cuts.push(cut);
    open = open.filter((other) => Math.abs(other - cut) >= minPiece);
  }
  return cuts;
}

function diffOf(start: string, end = "") {
  return { fileName: "change.patch", before: `${DIFF_HEAD}${start}`, after: `${end}\n context\n` };
}

function commentIn(opening: string) {
  return { fileName: "settings.conf", before: `a = 1\n${opening}old secret: `, after: "\nb = 2\n" };
}

/** Mostly an indentation as people have it, sometimes one that nearly fills the gap. */
function spaces(random: Random): string {
  return " ".repeat(random() < 0.8 ? between(0, 16, random) : between(17, 140, random));
}

function space(random: Random): string {
  return choose(["", " "], random);
}
