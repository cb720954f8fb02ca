import { expect, test } from "vitest";
import packageData from "../package.json" with { type: "json" };
import { VERSION } from "../src/version.ts";

test("the version in the code is the package's", () => {
  expect(VERSION).toBe(packageData.version);
});
