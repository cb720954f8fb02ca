// Makes everything anew that is generated and committed, in place, and fails if git then sees a difference: what was
// committed was not made from the sources beside it.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, run } from "./install.mjs";

const GENERATED = ["dist", "src/kernel/wasm.generated.ts", "THIRD_PARTY_NOTICES"];

run(process.execPath, [join(ROOT, "scripts/build-kernel.mjs")]);
run(process.execPath, [join(ROOT, "scripts/build.mjs"), "--types"]);

const options = { cwd: ROOT, encoding: "utf8" };
const { status, stdout, stderr } = spawnSync("git", ["status", "--porcelain", "-uall", "--", ...GENERATED], options);
if (status !== 0) {
  process.stderr.write(`cannot compare with what is committed: ${stderr || "git did not start\n"}`);
  process.exit(1);
}
// The first letter is the index against HEAD: what is staged counts as committed.
const stale = stdout.split("\n").filter((line) => line !== "" && line[1] !== " ");
if (stale.length > 0) {
  const names = stale.map((line) => `  ${line.slice(3)}\n`).join("");
  process.stderr.write(`these were not what their sources make; they are now: commit them\n${names}`);
  process.exit(1);
}
