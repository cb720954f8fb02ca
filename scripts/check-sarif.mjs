// Runs the real command over oddly named files, and Microsoft's validator with GitHub's rules over what it writes.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureInstalled, ROOT } from "./install.mjs";

ensureInstalled("tools/sarif");
const VALIDATOR = findValidator();
const COMMAND = join(ROOT, "bin/cfltguard.js");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "cfltguard-sarif-")));
const repository = join(folder, "repository");

/** Names as bytes (latin1). Windows and macOS cannot have all of them. */
const ODD_NAMES = [
  "a b.env",
  "a#b.env",
  "100%25.env",
  "app/[id]/page.tsx",
  "a:b.env",
  "new\nline.env",
  "\x1b[31mred\x1b]0;title\x07.env",
  utf8("\u202evne.exe"),
  utf8("schlüssel-鍵.env"),
  "caf\xe9.env",
  "back\\slash {0} [a](b).env",
  "-dash.env",
];

/** What stands in the repository beside them. */
const OTHER_URIS = ["deploy/client.properties", "lib/keystore.jks", "twice.env"];

let passed = 0;
let failed = 0;

try {
  const [secret = "", other = ""] = cfltguard(["fake", "--count", "2"]).stdout.split("\n");
  const names = makeRepository(secret, other);
  checkReports(names, [secret, other]);
  checkValidator();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function checkReports(names, secrets) {
  const missing = Buffer.from(`gone.env\0${"x".repeat(300)}\0caf\xe9-gone.env\0`, "latin1");
  const check = (title, args, options, expected) => checkReport(title, args, { secrets, ...options }, expected);
  const deploy = { cwd: join(repository, "deploy") };

  check("a tree with odd names", ["scan", "."], {}, { code: 1, uris: [...names.map(toUri), ...OTHER_URIS] });
  check("a folder below the root", ["scan", "."], deploy, { code: 1, uris: ["deploy/client.properties"] });
  check("a path above the folder", ["scan", "../lib"], deploy, { code: 1, uris: ["lib/keystore.jks"] });
  check("outside the repository", ["scan", "../outside"], {}, { code: 1, schemes: ["file:"] });
  check("standard input", ["scan", "-"], { input: `x ${secrets[0]}\n` }, { code: 1, uris: ["%3Cstdin%3E"] });
  check("nothing found", ["scan", "clean"], {}, { code: 0, uris: [] });
  check("not in a repository", ["scan", "."], { cwd: join(folder, "outside") }, { code: 1, uris: ["a%20b.env"] });
  check(
    "files that cannot be read",
    ["scan", "--files-from", "-", "clean"],
    { input: missing },
    { code: 2, uris: [], notes: 3 },
  );
  check(
    "a file without permission",
    ["scan", "../locked"],
    {},
    { schemes: ["file:"], ...(isRoot() ? { code: 1 } : { code: 2, notes: 1 }) },
  );
  check("both findings and failures", ["scan", "--files-from", "-", "lib"], { input: missing }, { code: 1, notes: 3 });
  check("a staged commit", ["staged"], {}, { code: 1, uris: names.map(toUri), category: "cfltguard/staged/" });
  check("a staged commit, from a folder", ["staged"], deploy, {
    code: 1,
    uris: names.map(toUri),
    category: "cfltguard/staged/",
  });
  check("secrets asked for", ["scan", ".", "--show-secrets"], {}, { code: 1 });
}

/** A repository with two secrets, the odd names staged and the others not. Gives the names that could be made. */
function makeRepository(secret, other) {
  git("init", "-q", repository);
  const pair = `sasl.username=ABCDEFGHIJKLMNOP\nsasl.password=${secret}\n`;
  const names = ODD_NAMES.filter((name) => write(name, pair));
  git("-C", repository, "add", "-A");
  write("deploy/client.properties", `# ü\n${pair}`);
  write("lib/keystore.jks", `\0\0\xfe\xed\n\xff${secret}\0\0`);
  write("twice.env", `A=${secret}\nB=${other} C=${other}\n\nA=${secret}\n`);
  write("clean/a.env", "nothing\n");
  write("../locked/a.env", pair);
  write("../outside/a b.env", pair);
  if (!isRoot()) chmodSync(join(repository, "../locked/a.env"), 0);
  return names;
}

function write(name, content) {
  const path = Buffer.from(`${repository}/${name}`, "latin1");
  try {
    mkdirSync(Buffer.from(dirname(path.toString("latin1")), "latin1"), { recursive: true });
    writeFileSync(path, content, "latin1");
    return true;
  } catch (error) {
    process.stdout.write(`not tried here: the name ${JSON.stringify(name)} (${error.code})\n`);
    return false;
  }
}

/** Writes one report, holds it against what it must be, and has it validated. */
function checkReport(title, args, { secrets, cwd = repository, input = "" }, expected) {
  const { status, stdout, stderr } = cfltguard([...args, "--format", "sarif"], { cwd, input });
  const complaints = [];
  const expect = (isRight, complaint) => isRight || complaints.push(complaint);
  expect(status === expected.code, `ended with ${status}, not ${expected.code}: ${stderr}`);
  expect(!secrets.some((secret) => stdout.includes(secret.slice(8, 20))), "holds a secret");
  expect(!stdout.includes(folder) || expected.schemes, "holds the path of the work tree");
  try {
    complaints.push(...complainAbout(JSON.parse(stdout), expected), ...validate(stdout));
  } catch (error) {
    complaints.push(String(error));
  }
  count(`${title}: cfltguard ${args.join(" ")} (${countResults(stdout)})`, complaints);
}

/** A validator that says nothing must be one that would say something. */
function checkValidator() {
  const log = JSON.parse(cfltguard(["scan", "lib", "--format", "sarif"], { cwd: repository }).stdout);
  log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = "app/[id] x.tsx";
  const said = validate(JSON.stringify(log));
  const isRefused = said.some((complaint) => complaint.includes("error SARIF1002"));
  count(
    "the validator refuses a URI that is not encoded",
    isRefused ? [] : [`it said: ${said.join("; ") || "nothing"}`],
  );
}

function count(title, complaints) {
  if (complaints.length === 0) passed++;
  else failed++;
  process.stdout.write(`${complaints.length === 0 ? "ok  " : "FAIL"}  ${title}\n`);
  for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
}

function countResults(sarif) {
  const results = sarif.split('"ruleIndex"').length - 1;
  const notes = sarif.split('"descriptor"').length - 1;
  return `${results} results, ${notes} notifications`;
}

/** What the validator does not look at. */
function complainAbout({ runs: [run] }, { code, uris, schemes, notes = 0, category = "cfltguard/tree/" }) {
  const complaints = [];
  const expect = (isRight, complaint) => isRight || complaints.push(complaint);
  const found = run.results.map((result) => result.locations[0].physicalLocation.artifactLocation.uri);
  const foundUris = [...new Set(found)].sort().join("\n");
  expect(uris === undefined || foundUris === [...uris].sort().join("\n"), `has results in\n${foundUris}`);
  expect(code !== 1 || found.length > 0, "has no results");
  expect(!schemes || found.every((uri) => schemes.includes(new URL(uri).protocol)), `has the URIs ${found}`);
  expect(run.automationDetails.id === category, `has the category ${run.automationDetails.id}`);
  expect(run.results.length <= 5_000, "has more results than GitHub keeps");

  const [{ executionSuccessful, toolExecutionNotifications = [] }] = run.invocations;
  expect(executionSuccessful === (notes === 0), `says executionSuccessful: ${executionSuccessful}`);
  expect(
    toolExecutionNotifications.length === notes,
    `has ${toolExecutionNotifications.length} notifications, not ${notes}`,
  );

  for (const { id, properties, help } of run.tool.driver.rules) {
    const severity = properties["security-severity"];
    const isNumeric = typeof severity === "string" && /^\d+\.\d$/.test(severity);
    expect(isNumeric && Number(severity) > 0 && Number(severity) <= 10, `${id}: security-severity ${severity}`);
    expect(["very-high", "high", "medium", "low"].includes(properties.precision), `${id}: precision`);
    expect(properties.tags.length <= 10 && properties.tags.includes("security"), `${id}: tags`);
    expect(help.markdown && help.text, `${id}: help`);
  }
  for (const {
    ruleIndex,
    ruleId,
    message,
    locations,
    relatedLocations = [],
    partialFingerprints = {},
  } of run.results) {
    expect(run.tool.driver.rules[ruleIndex]?.id === ruleId, "ruleIndex and ruleId differ");
    expect(
      /^confluent-[a-z-]+\/[0-9a-f]{64}$/.test(partialFingerprints["cfltguardSecret/v1"]),
      "has no fingerprint of its own",
    );
    const lineHash = partialFingerprints.primaryLocationLineHash;
    expect(lineHash === undefined || /^[1-9a-f][0-9a-f]*:[1-9]\d*$/.test(lineHash), `line hash ${lineHash}`);
    const needsHash = !/jks$|stdin/.test(locations[0].physicalLocation.artifactLocation.uri);
    expect(!needsHash || lineHash !== undefined, "has no line hash for a text file");
    expect(
      relatedLocations.every(({ id }) => message.text.includes(`](${id})`)),
      "has related locations without a link",
    );
    for (const { physicalLocation } of [...locations, ...relatedLocations]) {
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      expect(startLine >= 1 && startColumn >= 1 && endLine >= startLine, "has a region that starts nowhere");
      expect(endLine > startLine || endColumn > startColumn, "has a region of no length");
      const { uri, uriBaseId } = physicalLocation.artifactLocation;
      expect(schemes || uriBaseId === "%SRCROOT%", `${uri} has no base`);
      expect(/^(?:file:\/\/\/)?[^/:][A-Za-z0-9\-._~%/]*$/.test(uri), `${uri} is not encoded`);
    }
  }
  return [...new Set(complaints)];
}

/** The validator's own errors and warnings. Its exit code is 0 either way. */
function validate(sarif) {
  const input = join(folder, "report.sarif");
  const output = join(folder, "validation.sarif");
  writeFileSync(input, sarif);
  rmSync(output, { force: true });
  const args = ["validate", input, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"];
  const { status, stdout, error } = spawnSync(VALIDATOR, [...args, "--output", output, "--log", "ForceOverwrite"], {
    encoding: "utf8",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`the validator ended with ${status}: ${stdout}`);
  const results = JSON.parse(readFileSync(output, "utf8").replace(/^\ufeff/, "")).runs.flatMap(
    (run) => run.results ?? [],
  );
  return results
    .filter(({ level = "warning" }) => level === "error" || level === "warning")
    .map(
      ({ ruleId, level = "warning", message }) =>
        `validator: ${level} ${ruleId}: ${message.text ?? JSON.stringify(message)}`,
    );
}

/** The validator's program itself: the npm command puts a shell between that splits `Sarif;Ghas`. */
function findValidator() {
  const require = createRequire(join(ROOT, "tools/sarif/package.json"));
  const program = require("@microsoft/sarif-multitool");
  // Its install script, which does not run here, would do this.
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
  return program;
}

function cfltguard(args, { cwd = folder, input = "" } = {}) {
  const { error, ...run } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    input,
    encoding: "utf8",
    env: environment(),
  });
  if (error) throw error;
  return run;
}

function git(...args) {
  const { status, stderr, error } = spawnSync("git", args, { encoding: "utf8", env: environment() });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
}

/** Without what would point git elsewhere. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return { ...Object.fromEntries(kept), GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
}

/** Who may read everything. */
function isRoot() {
  return process.getuid?.() === 0 || process.platform === "win32";
}

function utf8(text) {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Written anew, not taken from the code under test: each byte by its rule. */
function toUri(latin1) {
  return [...Buffer.from(latin1, "latin1")]
    .map((byte) =>
      /[A-Za-z0-9._~/-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, "0").toUpperCase()}`,
    )
    .join("");
}
