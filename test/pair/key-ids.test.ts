import { describe, expect, test } from "vitest";
import { findKeyIds } from "../../src/pair/key-ids.ts";

const ID = "ABCDEFGHIJKLMNOP";
const OTHER = "QRSTUVWXYZ234567";
const WEAK = "ABCD1234567890AB";

describe("a key ID is attached", () => {
  test.each([
    ["that stands before", `sasl.username=${ID}\nsasl.password=`, "\n", [ID]],
    ["that stands behind", "password: ", `\nusername: ${ID}\n`, [ID]],
    ["that is joined by a colon", `${ID}:`, "", [ID]],
    ["and not one that is farther away", `${OTHER} and then ${ID}=`, "", [ID]],
    ["from the other side, if that one is nearer", `${OTHER}          ....`, ` ${ID}`, [ID]],
    [
      "twice if two differ by less than 8 bytes",
      `${OTHER}12345678`.replace("12345678", " ...... "),
      ` ${ID}`,
      [ID, OTHER],
    ],
    ["once if two differ by 8 bytes", `${OTHER}         `, ` ${ID}`, [ID]],
    ["once if it stands on both sides", `${ID} = `, ` of ${ID}`, [ID]],
    ["that is weak, where there is no other", `key ${WEAK} `, "", [WEAK]],
    ["that is strong, though a weak one is nearer", `${ID} ${WEAK} `, "", [ID]],
    ["behind an escaped line end", `user\\n${ID}\\n`, "", [ID]],
    ["behind a Unicode escape", `\\u0027${ID}\\u0027 `, "", [ID]],
    ["behind a percent escape", `user%3D${ID}%26`, "", [ID]],
    ["behind a hexadecimal escape", `\\x22${ID}\\x22 `, "", [ID]],
    ["behind a terminal's colour", `\u001b[1;32m${ID}\u001b[0m `, "", [ID]],
    ["behind a diff's plus", `+${ID}\n+`, "", [ID]],
    ["in a CRN", `api-key=${ID}" `, "", [ID]],
  ])("%s", (_, before, after, ids) => {
    expect(findKeyIds({ before, after })).toEqual(ids);
  });
});

describe("no key ID is taken from", () => {
  test.each([
    ["an AWS key ID", `AKIA${ID} `],
    ["a longer run of capitals", `${ID}A `],
    ["a name that goes on in small letters", `${ID}abc `],
    ["fifteen characters", `${ID.slice(1)} `],
    ["a number", "1234567890123456 "],
    ["a time", "20230725T013857Z "],
    ["nothing", ""],
  ])("%s", (_, before) => {
    expect(findKeyIds({ before, after: "" })).toEqual([]);
  });
});

test.each([
  [1_200, [ID]],
  [1_201, []],
])("an ID that is %i bytes away is taken only within 1,200", (gap, ids) => {
  expect(findKeyIds({ before: `${ID}${" ".repeat(gap)}`, after: "" })).toEqual(ids);
  expect(findKeyIds({ before: "", after: `${" ".repeat(gap)}${ID}` })).toEqual(ids);
});
