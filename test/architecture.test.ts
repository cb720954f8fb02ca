import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** An import may go to an earlier row or stay in its folder. `.` is the files of src itself. */
const ROWS = [
  ["model"],
  ["kernel", "codec"],
  ["git"],
  ["sources", "containers", "detect", "pair", "report", "export"],
  ["."],
  ["cli"],
];

interface SourceFile {
  /** Below src, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Files of src that it imports, types included. */
  readonly imports: readonly string[];
  /** Packages and Node modules that it imports. */
  readonly packages: readonly string[];
}

const FILES = readSources();

describe("imports", () => {
  test("every folder of src has a row", () => {
    const folders = new Set(FILES.map(({ path }) => posix.dirname(path)));
    expect(folders).toEqual(new Set(ROWS.flat()));
  });

  test("go to an earlier row or stay in their folder", () => {
    const wrong = FILES.flatMap(({ path, imports }) =>
      imports.filter((to) => !mayImport(path, to)).map((to) => `${path} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("the rule refuses what it is there for", () => {
    expect(mayImport("model/secret.ts", "codec/crc32.ts")).toBe(false);
    expect(mayImport("detect/detector.ts", "pair/key-ids.ts")).toBe(false);
    expect(mayImport("report/text.ts", "scan.ts")).toBe(false);
    expect(mayImport("scan.ts", "report/text.ts")).toBe(true);
  });

  test("have no cycle, type imports included", () => {
    expect(findCycle(new Map(FILES.map(({ path, imports }) => [path, imports])))).toBeNull();
    expect(
      findCycle(
        new Map([
          ["a", ["b"]],
          ["b", ["a"]],
        ]),
      ),
    ).toEqual(["a", "b", "a"]);
  });

  test("bring in no network and nothing that evaluates code", () => {
    const forbidden = /^(?:node:)?(?:https?|http2|net|tls|dns|dgram|vm|inspector)$|^undici$/;
    expect(
      FILES.filter(({ packages }) => packages.some((name) => forbidden.test(name))).map(({ path }) => path),
    ).toEqual([]);
  });

  test("bring in heavy libraries only in parts that are loaded when used", () => {
    const heavy = FILES.filter(({ packages }) =>
      packages.some((name) => /^(?:yargs|simple-git|fast-glob|picocolors)$/.test(name)),
    );
    const starts = ["cli/start.ts", "cli/worker.ts", "cli/lazy-scan.ts", "cli/lazy-staged.ts", "cli/lazy-text.ts"];
    const eager = new Set(starts.flatMap((start) => [...reachable(start)]));
    expect(heavy.length).toBeGreaterThan(0);
    expect(heavy.map(({ path }) => path).filter((path) => eager.has(path))).toEqual([]);
  });
});

describe("secrets", () => {
  test("are revealed in one place, and cross threads in one place", () => {
    expect(filesWith(/\.reveal\(/)).toEqual(["report/shown-secret.ts"]);
    expect(filesWith(/\.toThread\(/)).toEqual(["thread-pool.ts"]);
  });
});

describe("stages", () => {
  test("touch neither the command line, the environment, standard streams nor the console", () => {
    const touching = filesWith(/\bprocess\.(?:argv|env|stdout|stderr|stdin|cwd|exit)|\bconsole\./);
    expect(touching.filter((path) => !path.startsWith("cli/"))).toEqual([]);
  });

  test("have a doc comment on everything that they export", () => {
    const bare = FILES.flatMap(({ path, text }) =>
      [
        ...text.matchAll(/(?<!\*\/\n)^export (?:async )?(?:abstract )?(?:class|function|const|interface|type) (\w+)/gm),
      ].map(({ 1: name }) => `${path}: ${name}`),
    );
    expect(bare).toEqual([]);
  });
});

describe("documents", () => {
  const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "bench/README.md"];

  test.each(documents)("%s names only paths that exist", (document) => {
    const text = readFileSync(join(ROOT, document), "utf8");
    const named = [
      ...text.matchAll(
        /(?<![\w/.-])((?:src|test|bin|dist|rules|fixtures|assembly|bench|notes|scripts|tools)\/[\w./-]*)/g,
      ),
    ];
    const paths = named.map(({ 1: path = "" }) => path.replace(/[.,]+$/, ""));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("ARCHITECTURE.md describes every folder of src", () => {
    const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const folders = ROWS.flat().filter((folder) => folder !== ".");
    expect(folders.filter((folder) => !text.includes(`src/${folder}/`))).toEqual([]);
  });

  test("a source that a comment names as a note exists", () => {
    const texts = FILES.map(({ text }) => text).concat(
      readdirSync(join(ROOT, "assembly")).map((name) => readFileSync(join(ROOT, "assembly", name), "utf8")),
    );
    const notes = texts.flatMap((text) => [...text.matchAll(/Source: (notes\/[\w-]+\.md)(?:#([\w-]+))?/g)]);
    expect(notes.length).toBeGreaterThan(5);
    const missing = notes.filter(({ 1: file = "", 2: heading }) => !hasHeading(join(ROOT, file), heading));
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});

function hasHeading(file: string, heading: string | undefined): boolean {
  if (!existsSync(file)) return false;
  const anchors = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(({ 1: title = "" }) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-"),
  );
  return heading === undefined || anchors.includes(heading);
}

function mayImport(from: string, to: string): boolean {
  const [here, there] = [posix.dirname(from), posix.dirname(to)];
  const rowOf = (folder: string): number => ROWS.findIndex((row) => row.includes(folder));
  return here === there || rowOf(there) < rowOf(here);
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return null;
    const cycle = (graph.get(node) ?? []).map((next) => visit(next, [...trail, node])).find((found) => found !== null);
    done.add(node);
    return cycle ?? null;
  };
  return [...graph.keys()].map((node) => visit(node, [])).find((found) => found !== null) ?? null;
}

/** All files that are loaded with `start`; lazy parts come later. */
function reachable(start: string): Set<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path) || (path !== start && posix.basename(path).startsWith("lazy-"))) continue;
    seen.add(path);
    queue.push(...(FILES.find((file) => file.path === path)?.imports ?? []));
  }
  return seen;
}

function filesWith(pattern: RegExp): string[] {
  return FILES.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

function readSources(): SourceFile[] {
  const src = join(ROOT, "src");
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => {
      const text = readFileSync(join(src, path), "utf8");
      const specifiers = [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(({ 1: specifier = "" }) => specifier);
      const own = specifiers.filter((specifier) => specifier.startsWith("."));
      const imports = own.map((specifier) => relative(src, join(src, dirname(path), specifier)).replaceAll("\\", "/"));
      return {
        path,
        text,
        imports: imports.filter((target) => !target.startsWith("../")),
        packages: specifiers.filter((specifier) => !specifier.startsWith(".")),
      };
    });
}
