/** How a language writes down what is no credential. Neither ends its line. */
export interface Notation {
  readonly remark: (text: string) => string;
  /** A field by the words of its name. */
  readonly field: (name: readonly string[], value: string) => string;
  /** Whether a remark may stand behind what ends a line. */
  readonly trails: boolean;
}

/** `METRICS_API_KEY` of its words; likewise the others. */
export const toUpper = (words: readonly string[]): string => words.join("_").toUpperCase();
export const toSnake = (words: readonly string[]): string => words.join("_");
export const toDotted = (words: readonly string[]): string => words.join(".");
export const toPascal = (words: readonly string[]): string =>
  words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join("");
export const toCamel = ([first = "", ...others]: readonly string[]): string => first + toPascal(others);

const hash = (text: string): string => `# ${text}`;
const slashes = (text: string): string => `// ${text}`;
const dashes = (text: string): string => `-- ${text}`;

/** All that are needed for fixtures/carriers.json, and which of its shapes each is for. */
const NOTATIONS = {
  properties: { remark: hash, field: (name, value) => `${toDotted(name)}=${value}`, trails: false },
  yaml: { remark: hash, field: (name, value) => `${toSnake(name)}: ${value}`, trails: true },
  json: {
    remark: (text) => `"_comment": ${JSON.stringify(text)},`,
    field: (name, value) => `"${toDotted(name)}": "${value}",`,
    trails: false,
  },
  shell: { remark: hash, field: (name, value) => `export ${toUpper(name)}="${value}"`, trails: true },
  assignment: { remark: hash, field: (name, value) => `${toUpper(name)}=${value}`, trails: false },
  python: { remark: hash, field: (name, value) => `${toUpper(name)} = "${value}"`, trails: true },
  commented: { remark: hash, field: (name, value) => `# ${toUpper(name)} = "${value}"`, trails: true },
  "python-map": { remark: hash, field: (name, value) => `'${toDotted(name)}': '${value}',`, trails: true },
  keywords: { remark: hash, field: (name, value) => `${toSnake(name)}='${value}',`, trails: true },
  map: { remark: slashes, field: (name, value) => `"${toDotted(name)}": "${value}",`, trails: true },
  go: { remark: slashes, field: (name, value) => `${toCamel(name)} := "${value}"`, trails: true },
  cpp: { remark: slashes, field: (name, value) => `const char *${toSnake(name)} = "${value}";`, trails: true },
  "csharp-map": { remark: slashes, field: (name, value) => `{ "${toDotted(name)}", "${value}" },`, trails: true },
  csharp: { remark: slashes, field: (name, value) => `${toPascal(name)} = "${value}",`, trails: true },
  javascript: { remark: slashes, field: (name, value) => `${toCamel(name)}: '${value}',`, trails: true },
  "javascript-map": { remark: slashes, field: (name, value) => `'${toDotted(name)}': '${value}',`, trails: true },
  ruby: { remark: hash, field: (name, value) => `:"${toDotted(name)}" => "${value}",`, trails: true },
  rust: { remark: slashes, field: (name, value) => `.set("${toDotted(name)}", "${value}")`, trails: true },
  java: { remark: slashes, field: (name, value) => `props.put("${toDotted(name)}", "${value}");`, trails: true },
  jaas: { remark: slashes, field: (name, value) => `// ${toSnake(name)}="${value}"`, trails: false },
  conf: { remark: hash, field: (name, value) => `${toSnake(name)} = "${value}"`, trails: true },
  sql: { remark: dashes, field: (name, value) => `'${name.join("-")}' = '${value}',`, trails: true },
  statements: { remark: dashes, field: (name, value) => `CREATE SECRET ${toSnake(name)} AS '${value}';`, trails: true },
  headers: {
    remark: (text) => `< ${text}`,
    field: (name, value) => `X-${name.map((word) => toPascal([word])).join("-")}: ${value}`,
    trails: false,
  },
  cmd: { remark: (text) => `REM ${text}`, field: (name, value) => `set ${toUpper(name)}=${value}`, trails: false },
  powershell: { remark: hash, field: (name, value) => `$env:${toUpper(name)}="${value}"`, trails: true },
  dockerfile: { remark: hash, field: (name, value) => `ENV ${toUpper(name)}=${value}`, trails: false },
  systemd: { remark: hash, field: (name, value) => `Environment="${toUpper(name)}=${value}"`, trails: false },
  xml: {
    remark: (text) => `<!-- ${text} -->`,
    field: (name, value) => `<entry key="${toDotted(name)}" value="${value}"/>`,
    trails: true,
  },
  markdown: {
    remark: (text) => `Note: ${text}`,
    field: (name, value) => `| ${name.join(" ")} | \`${value}\` |  |`,
    trails: false,
  },
} as const satisfies Record<string, Notation>;

const CARRIERS_OF: Record<keyof typeof NOTATIONS, readonly number[]> = {
  properties: [1, 2, 3, 4, 5, 6, 8, 9, 33, 34, 70],
  yaml: [10, 13, 50, 66, 71, 72, 73, 75, 82, 83, 88],
  json: [11, 26, 37, 53, 55, 57, 58, 63, 64, 87],
  shell: [14, 31, 38, 39, 41, 42, 43, 48, 49, 51, 52, 54, 61, 65, 67, 68, 69, 74, 77, 80, 90],
  assignment: [36, 76],
  python: [19, 47],
  commented: [20],
  "python-map": [17],
  keywords: [18],
  map: [21],
  go: [22],
  cpp: [23, 40],
  "csharp-map": [24],
  csharp: [25],
  javascript: [28],
  "javascript-map": [27],
  ruby: [29],
  rust: [30],
  java: [16],
  jaas: [7],
  conf: [12, 32, 59, 60, 62],
  sql: [15, 35],
  statements: [56, 86],
  headers: [44, 45, 46],
  cmd: [78],
  powershell: [79],
  dockerfile: [81],
  systemd: [84],
  xml: [85],
  markdown: [89],
};

/** What surrounds a shape of fixtures/carriers.json is written in. Throws for a shape that nobody has looked at. */
export function requireNotation(carrierId: number): Notation {
  const name = (Object.keys(NOTATIONS) as (keyof typeof NOTATIONS)[]).find((one) =>
    CARRIERS_OF[one].includes(carrierId),
  );
  if (name === undefined) throw new Error(`no notation names carrier ${carrierId}`);
  return NOTATIONS[name];
}
