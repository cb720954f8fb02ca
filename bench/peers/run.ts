import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainEnvironment } from "../measure.ts";
import { programPath, type Peer, type PeerFinding } from "./peers.ts";

/** What the installer leaves beside each peer. */
export interface Installed {
  readonly version: string;
  readonly problem: string | null;
}

/** What a peer said of a folder; `problem` is why it said nothing. */
export interface PeerResult {
  readonly peer: Peer;
  readonly findings: readonly PeerFinding[];
  readonly seconds: number;
  readonly problem: string | null;
}

/** Where peers are installed unless something else is said. */
export function peersFolder(): string {
  return process.env["CFLTGUARD_PEERS_DIR"] ?? join(realpathSync(tmpdir()), "cfltguard-peers");
}

/** Nothing answers there: a peer that would call out all the same calls nobody. */
const NOWHERE = "http://127.0.0.1:9";

/** Lets a peer scan everything below `tree`. */
export function runPeer(peer: Peer, folder: string, tree: string): PeerResult {
  const problem = missing(peer, folder);
  if (problem !== null) return { peer, findings: [], seconds: 0, problem };
  const env = {
    ...plainEnvironment(),
    XDG_CACHE_HOME: join(folder, "cache"),
    ...Object.fromEntries(
      ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [
        [name, NOWHERE],
        [name.toLowerCase(), NOWHERE],
      ]),
    ),
    NO_PROXY: "",
    no_proxy: "",
  };
  const started = performance.now();
  const { output, status, told } = runToFile(programPath(peer, folder), peer.args.split(" "), tree, env);
  const seconds = (performance.now() - started) / 1000;
  const ended = status !== null && peer.exits.includes(status) ? null : `it ended with ${status}: ${told}`;
  return { peer, findings: ended === null ? peer.read(output) : [], seconds, problem: ended };
}

function missing({ id, version }: Peer, folder: string): string | null {
  const record = join(folder, id, "installed.json");
  if (!existsSync(record)) return "not installed: run npm run peers:install";
  const installed = JSON.parse(readFileSync(record, "utf8")) as Installed;
  if (installed.problem !== null) return `not installed: ${installed.problem}`;
  return installed.version === version ? null : `not installed: ${installed.version} is there`;
}

/** Some peers end before a pipe has taken all of a long report, so they write into a file. */
function runToFile(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): { readonly output: string; readonly status: number | null; readonly told: string } {
  const folder = mkdtempSync(join(tmpdir(), "cfltguard-peer-"));
  const path = join(folder, "output");
  const fd = openSync(path, "w", 0o600);
  try {
    const { status, stderr, error } = spawnSync(program, args, {
      cwd,
      env,
      stdio: ["ignore", fd, "pipe"],
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const told = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
    return { output: readFileSync(path, "utf8"), status, told };
  } finally {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  }
}
