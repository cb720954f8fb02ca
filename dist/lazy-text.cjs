"use strict"; const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports2, module2) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors2 = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module2.exports = createColors2();
    module2.exports.createColors = createColors2;
  }
});

// src/cli/lazy-text.ts
var lazy_text_exports = {};
__export(lazy_text_exports, {
  formatText: () => formatText
});
module.exports = __toCommonJS(lazy_text_exports);

// src/report/text.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/report/reporter.ts
function requireRuleOf(input, id) {
  const rule = input.rules.find((one) => one.id === id);
  if (rule === void 0) throw new Error(`no rule ${id}`);
  return rule;
}

// src/report/shown-secret.ts
function shownSecret(finding, isAskedFor) {
  return isAskedFor ? finding.secret.reveal() : null;
}

// src/model/secret.ts
var BRAND = /* @__PURE__ */ Symbol.for("cfltguard.Secret");
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** Marks every instance; see `isSecretObject`. */
  get [BRAND]() {
    return true;
  }
  /** The value itself. The caller answers for where it goes. */
  reveal() {
    return this.#value;
  }
  /** The first 8 and the last 4 characters: enough to find it by eye, useless to authenticate. */
  get preview() {
    return previewOf(this.#value);
  }
  /** Lower-case hex SHA-256 of the characters, made by the caller's hash function. */
  hashWith(sha256Hex) {
    return sha256Hex(this.#value);
  }
  /** The characters for the channel between this process's own threads, where classes do not survive. */
  toThread() {
    return this.#value;
  }
  toString() {
    return `[Secret ${this.preview}]`;
  }
  toJSON() {
    return this.toString();
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return this.toString();
  }
};
function previewOf(candidate) {
  if (candidate.length !== 64) return `${candidate.slice(0, Math.min(8, candidate.length >> 3))}\u2026`;
  return `${candidate.slice(0, 8)}\u2026${candidate.slice(-4)}`;
}

// src/codec/crc32.ts
function crc32(text) {
  table ??= createTable();
  let crc = 4294967295;
  for (let i = 0; i < text.length; i++) {
    crc = (table[(crc ^ text.charCodeAt(i)) & 255] ?? 0) ^ crc >>> 8;
  }
  return ~crc >>> 0;
}
var table;
function createTable() {
  const entries = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
    entries[byte] = crc;
  }
  return entries;
}

// src/codec/checksum.ts
var PREFIX = "cflt";
var SECRET_CHARACTERS = 64;
var BODY_END = 58;
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function isChecksumRight(secret) {
  return secret.endsWith(checksumOf(secret.slice(PREFIX.length, BODY_END)));
}
function checksumOf(body) {
  const crc = crc32(body);
  const first = (crc & 255) << 16 | crc & 65280 | crc >>> 16 & 255;
  const last = crc >>> 24;
  return digit(first >> 18) + digit(first >> 12) + digit(first >> 6) + digit(first) + digit(last >> 2) + digit(last << 4);
}
function digit(bits) {
  return ALPHABET.charAt(bits & 63);
}

// src/codec/mask.ts
function maskSecrets(text) {
  const starts = [...text.matchAll(/(?=cflt[A-Za-z0-9+/]{60})/g)].map(({ index }) => index);
  const secrets = starts.map((at) => text.slice(at, at + SECRET_CHARACTERS)).filter(isChecksumRight);
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, previewOf(secret)), text);
}

// src/report/visible.ts
var CHARACTER = new RegExp(
  [
    "[\\x00-\\x7f]",
    "[\\xc2-\\xdf][\\x80-\\xbf]",
    "\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
    "[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
    "\\xed[\\x80-\\x9f][\\x80-\\xbf]",
    "\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
    "[\\xf1-\\xf3][\\x80-\\xbf]{3}",
    "\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
    "[\\x80-\\xff]"
  ].join("|"),
  "g"
);
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
var INVISIBLE_IN_JSON = new RegExp(`(?!
)${INVISIBLE.source}`, "gu");
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\x1B": "\\e" };
function visiblePath(path) {
  const visible = path.replace(CHARACTER, (bytes) => {
    const character = Buffer.from(bytes, "latin1").toString("utf8");
    return character === "\uFFFD" && bytes.length === 1 ? `\\x${hex(bytes.charCodeAt(0), 2)}` : visibleCharacter(character);
  });
  return maskSecrets(visible);
}
function visibleCharacter(character) {
  if (!INVISIBLE.test(character)) return character;
  const named = NAMED[character];
  if (named !== void 0) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code < 256) return `\\x${hex(code, 2)}`;
  return code < 65536 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`;
}
function hex(value, digits) {
  return value.toString(16).padStart(digits, "0");
}

// src/report/text.ts
var LABEL_WIDTH = 8;
function formatText(input, style) {
  return input.result.findings.map((finding) => formatFinding(finding, input, style)).join("");
}
function formatFinding(finding, input, style) {
  const rule = requireRuleOf(input, finding.rule);
  const colors = (0, import_picocolors.createColors)(style.hasColor);
  const secret = shownSecret(finding, input.showsSecrets);
  const title = `${colors.bold(colors.red(rule.title))}  ${finding.secret.preview}`;
  return [
    `${title}  ${colors.dim(`${finding.confidence}, ${finding.rule}`)}`,
    ...finding.occurrences.map((one) => `  ${colors.cyan(formatPlace(one))}`),
    ...secret === null ? [] : [labelled("secret", secret, style)],
    formatKeyIds(finding, rule, style),
    ...formatSteps(finding, rule, style),
    "\n"
  ].join("\n");
}
function formatPlace({ origin, line, column }) {
  return `${formatPath(origin.path)}:${line}:${column}`;
}
function formatPath(path) {
  return path === null ? "<stdin>" : visiblePath(path);
}
function formatKeyIds(finding, rule, style) {
  const [first, ...others] = finding.keyIds;
  if (first === void 0) return labelled("key ID", rule.unknownKey, style);
  if (others.length === 0) return labelled("key ID", first, style);
  const ids = finding.keyIds.join(", ");
  return labelled("key ID", `one of ${ids}. Find out which one it is before you delete any.`, style);
}
function formatSteps(finding, rule, style) {
  const [only, ...others] = finding.keyIds;
  const keyId = only !== void 0 && others.length === 0 ? only : "<KEY-ID>";
  return rule.remediation.map(
    (step, i) => labelled(i === 0 ? "do now" : "", step.replaceAll("<KEY-ID>", keyId), style, `${i + 1}. `)
  );
}
function labelled(label, text, style, bullet = "") {
  const indent = " ".repeat(LABEL_WIDTH + 2 + bullet.length);
  const width = style.width === null ? Infinity : Math.max(20, style.width - indent.length);
  const colors = (0, import_picocolors.createColors)(style.hasColor);
  const head = label === "" ? " ".repeat(LABEL_WIDTH) : colors.dim(label.padEnd(LABEL_WIDTH));
  return `  ${head}${bullet}${wrap(text, width).join(`
${indent}`)}`;
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  formatText
});
