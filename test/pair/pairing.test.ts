import { describe, expect, test } from "vitest";
import { asBytePath } from "../../src/model/byte-path.ts";
import type { Encoding } from "../../src/model/encoding.ts";
import type { MatchContext } from "../../src/model/match.ts";
import { pairKeys, type PairingInput } from "../../src/pair/pairing.ts";
import { CARRIERS, fillCarrier } from "../support/carriers.ts";
import { HOSTILE } from "../support/hostile.ts";
import { seeded } from "../support/secrets.ts";
import { drawCast, inputFor, play, type Cast } from "./filled.ts";
import { mutate } from "./mutants.ts";
import { DECIDED, UNDECIDED, UNPAIRED } from "./shapes.ts";

const ID = "ABCDEFGHIJKLMNOP";
const OTHER = "QRSTUVWXYZ234567";
const WEAK = "ABCD1234567890AB";
const SEEDS = [1, 2, 3, 4, 5];

describe("the one key ID is found", () => {
  test.each(Object.entries(DECIDED))("in %s", (_, shape) => {
    for (const seed of SEEDS) expect(rolesIn(shape, drawCast(seed)), `seed ${seed}`).toBe("K");
  });

  test.each(CARRIERS.map((carrier) => [carrier.name, carrier] as const))("in %s", (_, carrier) => {
    const { K = "", S = "" } = drawCast(carrier.id);
    const pairing = pairKeys(inputFor(fillCarrier(carrier, K, S).text, S));
    expect(pairing).toMatchObject({ keyIds: [K], isSure: true, isStrong: true });
  });

  test("in carriers with other names, quotes, order, gaps and other IDs, 98 of 100 times; never another one alone", () => {
    const draws = CARRIERS.flatMap((carrier) =>
      Array.from({ length: 10 }, (_, seed) => mutate(carrier, seeded(1_000 * carrier.id + seed))),
    );
    const answers = draws.map(({ text, secret, keyId, steps }) => {
      const { keyIds } = pairKeys(inputFor(text, secret));
      return { text, keyId, keyIds, steps, isWrong: keyIds.length === 1 && keyIds[0] !== keyId };
    });
    expect(answers.filter(({ isWrong }) => isWrong)).toEqual([]);
    const right = answers.filter(({ keyIds, keyId }) => keyIds.length === 1 && keyIds[0] === keyId);
    expect(right.length / answers.length).toBeGreaterThan(0.98);
  });
});

test.each(Object.entries(UNDECIDED))("several key IDs are given for %s", (_, shape) => {
  for (const seed of SEEDS) expect(rolesIn(shape, drawCast(seed)), `seed ${seed}`).toMatch(/^(?=.*K).{2,}$/);
});

test.each(Object.entries(UNPAIRED))("no key ID is given for %s", (_, shape) => {
  for (const seed of SEEDS) expect(rolesIn(shape, drawCast(seed)), `seed ${seed}`).toBe("");
});

describe("a key ID is attached", () => {
  test.each([
    ["that stands before", `sasl.username=${ID}\nsasl.password=`, "\n", [ID]],
    ["that stands behind", "password: ", `\nusername: ${ID}\n`, [ID]],
    ["that is joined by a colon", `${ID}:`, "", [ID]],
    ["and not one that is farther away", `${OTHER} and then ${ID}=`, "", [ID]],
    ["from the other side, if that one is nearer", `${OTHER}          ....`, ` ${ID}`, [ID]],
    ["twice if two differ by less than 8 bytes", `${OTHER} ...... `, ` ${ID}`, [ID, OTHER]],
    ["once if two differ by 8 bytes", `${OTHER}         `, ` ${ID}`, [ID]],
    ["once if it stands on both sides", `${ID} = `, ` of ${ID}`, [ID]],
    ["that is weak, where there is no other", `key ${WEAK} `, "", [WEAK]],
    ["that is strong, though a weak one is nearer", `${ID} ${WEAK} `, "", [ID]],
    ["behind an escaped line end", `user\\n${ID}\\n`, "", [ID]],
    ["behind a Unicode escape", `\\u0027${ID}\\u0027 `, "", [ID]],
    ["behind a percent escape", `user%3D${ID}%26`, "", [ID]],
    ["behind a quoted-printable escape", `user=3D${ID}=26`, "", [ID]],
    ["behind a hexadecimal escape", `\\x22${ID}\\x22 `, "", [ID]],
    ["behind a terminal's colour", `\u001b[1;32m${ID}\u001b[0m `, "", [ID]],
    ["behind a diff's plus", `+${ID}\n+`, "", [ID]],
    [
      "twice if one reads like words and nothing decides",
      `# ${ID} or RESPONSIBILITIES\npassword=`,
      "",
      [ID, "RESPONSIBILITIES"],
    ],
    ["in a CRN", `crn://confluent.cloud/user=u-1/api-key=${ID}" `, "", [ID]],
    ["at the end of the window", `${ID}${" ".repeat(1_200)}`, "", [ID]],
    [
      "that reads like words, where a field says what it is",
      "password: ",
      "\nusername: RESPONSIBILITIES\n",
      ["RESPONSIBILITIES"],
    ],
    [
      "and not one of base32 in another field, though it reads like words",
      `id: ${ID}\nx_key: ARCHIPELAGOESOFT\nx_secret: `,
      "",
      ["ARCHIPELAGOESOFT"],
    ],
  ])("%s", (_, before, after, ids) => {
    expect(pairKeys(inputOf({ before, after })).keyIds).toEqual(ids);
  });
});

describe("no key ID is taken from", () => {
  test.each([
    ["an AWS key ID", `AKIA${ID} `, ""],
    ["a longer run of capitals", `${ID}A `, ""],
    ["a name that goes on in small letters", `${ID}abc `, ""],
    ["a name in capitals", `X_${ID}_SECRET=`, ""],
    ["a name of sixteen capitals", "KAFKAAPIPASSWORD=", ""],
    ["fifteen characters", `${ID.slice(1)} `, ""],
    ["a number", "1234567890123456 ", ""],
    ["a time", "20230725T013857Z ", ""],
    ["beyond 1,200 bytes", `${ID}${" ".repeat(1_201)}`, ""],
    ["beyond 1,200 bytes behind", "", `${" ".repeat(1_201)}${ID}`],
    ["nothing", "", ""],
    ["a remark a few lines above", `# ${ID}\n\n\npassword=`, ""],
    ["a sentence in another field", `{"note": "was ${ID}", "secret": "`, '"}'],
    ["a field that is named for something else, far away", `sr_key=${ID}\n${"x=1\n".repeat(20)}kafka_secret=`, ""],
    ["a field that is named for something else, close by", `sr_key=${ID}\nkafka_secret=`, ""],
  ])("%s", (_, before, after) => {
    expect(pairKeys(inputOf({ before, after })).keyIds).toEqual([]);
  });
});

describe("texts in each other", () => {
  const outer = { before: `data:\n  user: ${base64(ID)}\n  password: `, after: "\n" };
  const nothing = { before: "", after: "" };

  test.each<[string, MatchContext[], Encoding[], string[]]>([
    ["a Kubernetes data map", [nothing, outer], ["base64"], [ID]],
    [
      "one whose values end in a line end",
      [nothing, { ...outer, before: `user: ${base64(`${ID}\n`)}\npass: ` }],
      ["base64"],
      [ID],
    ],
    ["values in hexadecimal", [nothing, { ...outer, before: `user: ${hex(ID)}\npass: ` }], ["hex"], [ID]],
    ["base64 beside a plain secret", [outer], [], []],
    [
      "the innermost text, where that decides",
      [
        { before: `${ID}:`, after: "" },
        { before: `user: ${OTHER}\nauth: `, after: "" },
      ],
      ["base64"],
      [ID],
    ],
    [
      "an outer text, where the inner one does not",
      [
        { before: `by ${OTHER} and others `, after: "" },
        { before: `api_key: ${ID}\napi_secret: `, after: "" },
      ],
      ["base64"],
      [ID],
    ],
    [
      "a map of two pairs",
      [
        nothing,
        {
          before: `a-key: ${base64(ID)}\nb-key: ${base64(OTHER)}\nb-secret: ${base64("aB3".repeat(21).concat("x"))}\na-secret: `,
          after: "",
        },
      ],
      ["base64"],
      [ID],
    ],
  ])("%s", (_, contexts, encodings, ids) => {
    expect(pairKeys({ ...inputOf(nothing), contexts, encodings }).keyIds).toEqual(ids);
  });
});

describe("the file's name", () => {
  const unsaid = { before: `${OTHER} was here.\n\nAPI secret:\n`, after: "\n" };
  const sure = { before: `API key:\n${OTHER}\n\nAPI secret:\n`, after: "\n" };

  test.each<[string, MatchContext, string | null, string[], string[]]>([
    ["gives the ID", unsaid, `keys/api-key-${ID}.txt`, [], [ID]],
    ["gives it where it is an archive's member", unsaid, "keys.zip", [`a/api-key-${ID}.txt`], [ID]],
    ["gives several", unsaid, `${ID}-${OTHER}.txt`, [], [ID, OTHER]],
    ["gives one that reads like words", unsaid, "api-key-RESPONSIBILITIES.txt", [], ["RESPONSIBILITIES"]],
    ["does not count where the text is sure", sure, `api-key-${ID}.txt`, [], [OTHER]],
    ["is not the folder's", { before: "", after: "" }, `${ID}/secret.txt`, [], []],
    ["is no word in capitals", { before: "", after: "" }, "RESPONSIBILITIES.txt", [], []],
  ])("%s", (_, context, path, members, ids) => {
    const input = {
      ...inputOf(context),
      path: path === null ? null : asBytePath(path),
      members: members.map(asBytePath),
    };
    expect(pairKeys(input).keyIds).toEqual(ids);
  });
});

test.each([
  ["joined", `${ID}:`, "joined", true],
  ["side by side", `("${ID}", "`, "row", true],
  ["on two lines", `${ID}\n`, "adjacent", true],
  ["named alike", `user=${ID}\npassword=`, "named", true],
  ["near", `see ${ID}, for that we have `, "near", false],
  ["in a remark", `# ${ID}\npassword=`, "remark", false],
])("an ID that is %s says so", (_, before, tie, isSure) => {
  expect(pairKeys(inputOf({ before, after: "" }))).toMatchObject({ keyIds: [ID], tie, isSure });
});

test.each(Object.entries(HOSTILE))("%s around a pair do no harm", (_, unit) => {
  const before = unit.repeat(Math.ceil(1_232 / unit.length)).slice(0, 1_150);
  const pairing = pairKeys(inputOf({ before: `${before}\n${ID}:`, after: before }));
  expect(pairing.keyIds).toEqual([ID]);
});

/** The roles of the IDs that are found in a shape, in order. */
function rolesIn(shape: string, cast: Cast): string {
  const { keyIds } = pairKeys(inputFor(play(shape, cast), cast["S"] ?? ""));
  const roles = keyIds.map((id) => Object.keys(cast).find((role) => cast[role] === id));
  return roles.sort().join("");
}

function inputOf(context: MatchContext): PairingInput {
  return { contexts: [context], encodings: [], path: null, members: [] };
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
