import { expect, test } from "vitest";
import { asBytePath, toBytePath } from "../../src/model/byte-path.ts";
import { artifactLocation } from "../../src/report/sarif-location.ts";
import { ODD_NAMES } from "./sample.ts";

const ROOT = { workingFolder: toBytePath("/home/a/repo"), repositoryRoot: toBytePath("/home/a/repo") };
const BELOW = { ...ROOT, workingFolder: toBytePath("/home/a/repo/deploy") };

test.each([
  [ODD_NAMES.space, "odd/a%20b.env"],
  [ODD_NAMES.hash, "odd/a%23b.env"],
  [ODD_NAMES.percent, "odd/100%2525.env"],
  [ODD_NAMES.brackets, "odd/%5Bid%5D/page.tsx"],
  [ODD_NAMES.colon, "odd/a%3Ab.env"],
  [ODD_NAMES.lineFeed, "odd/new%0Aline.env"],
  [ODD_NAMES.escape, "odd/%1B%5B31mred%1B%5D0%3Btitle%07.env"],
  [ODD_NAMES.bidi, "odd/%E2%80%AEvne.exe"],
  [ODD_NAMES.unicode, "odd/schl%C3%BCssel-%E9%8D%B5.env"],
  [ODD_NAMES.notUtf8, "odd/caf%E9.env"],
  [toBytePath("a\\b"), "a%5Cb"],
  [toBytePath("plain/A-z_0.9~"), "plain/A-z_0.9~"],
])("percent-encodes %j", (path, uri) => {
  expect(artifactLocation(path, ROOT)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
});

test.each(Object.entries(ODD_NAMES))("the name with %s comes back, byte for byte", (_kind, path) => {
  const { uri = "" } = artifactLocation(path, ROOT);
  const bytes = uri.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  expect(bytes).toBe(path);
});

test.each([
  ["client.properties", "deploy/client.properties"],
  ["./client.properties", "deploy/client.properties"],
  ["../client.properties", "client.properties"],
  ["sub//a/../b", "deploy/sub/b"],
  ["/home/a/repo/x/y", "x/y"],
  ["/home/a/repo/..a", "..a"],
])("%s, typed in a folder of the repository, counts from the repository's root", (typed, uri) => {
  expect(artifactLocation(toBytePath(typed), BELOW)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
});

test.each([
  ["../../other/a b", "file:///home/a/other/a%20b"],
  ["/etc/x", "file:///etc/x"],
  ["../..", "file:///home/a"],
  ["/home/a/repository", "file:///home/a/repository"],
])("%s, outside the repository, is an absolute URI", (typed, uri) => {
  expect(artifactLocation(toBytePath(typed), BELOW)).toEqual({ uri });
});

test("a working folder whose name is not UTF-8 keeps its bytes", () => {
  const root = { ...ROOT, workingFolder: asBytePath("/home/a/repo/caf\xe9") };
  expect(artifactLocation(toBytePath("a"), root).uri).toBe("caf%E9/a");
});

test("the root itself has a URI that is not empty", () => {
  expect(artifactLocation(toBytePath("."), ROOT)).toEqual({ uri: ".", uriBaseId: "%SRCROOT%" });
});

test("standard input without a name has one that no file is likely to have", () => {
  expect(artifactLocation(null, ROOT)).toEqual({ uri: "%3Cstdin%3E", uriBaseId: "%SRCROOT%" });
});
