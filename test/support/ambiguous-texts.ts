import { between, choose } from "./encoders.ts";
import type { Random } from "./secrets.ts";

/**
 * Texts in which a careful reader cannot tell which of several key IDs a secret belongs to. Each is written for IDs in
 * the order in which they are to stand; any of them may be the right one.
 */
export interface AmbiguousText {
  readonly id: string;
  readonly ids: number;
  readonly write: (ids: readonly string[], secret: string, random: Random) => string;
}

/** All of them. */
export const AMBIGUOUS_TEXTS: readonly AmbiguousText[] = [
  { id: "bare IDs above a bare secret", ids: 3, write: (ids, secret) => [...ids, secret].join("\n") },
  { id: "a bare secret above bare IDs", ids: 2, write: (ids, secret) => [secret, ...ids].join("\n") },
  { id: "a bare secret between two IDs", ids: 2, write: ([a, b], secret) => [a, secret, b].join("\n") },
  {
    id: "one secret field, two key fields",
    ids: 2,
    write: (ids, secret, random) => {
      const fields = ids.map((id, i) => `key${i + 1}=${id}`);
      return random() < 0.5 ? [...fields, `secret=${secret}`].join("\n") : [`secret=${secret}`, ...fields].join("\n");
    },
  },
  {
    id: "one object, two keys",
    ids: 2,
    write: ([a, b], secret) => JSON.stringify({ keyA: a, keyB: b, secret }, null, 2),
  },
  {
    id: "two IDs in the comment above",
    ids: 2,
    write: (ids, secret) => `# ${ids.join(" or ")}\nsasl.password=${secret}\n`,
  },
  {
    id: "two IDs in prose",
    ids: 2,
    write: ([a, b], secret, random) =>
      choose(
        [
          `the keys are ${a} and ${b}, this is the secret of one: ${secret}`,
          `${secret} belongs to ${a} or ${b}, ask the team`,
        ],
        random,
      ),
  },
  { id: "a table row of two IDs", ids: 2, write: ([a, b], secret) => `| Kafka | ${a} | ${b} | ${secret} |\n` },
  {
    id: "a CSV row of two IDs, without a head",
    ids: 2,
    write: ([a, b], secret, random) =>
      choose(
        [`orders,${a},${b},${secret},x\n`, `orders,${a},${secret},${b},x\n`, `orders,${secret},${a},${b},x\n`],
        random,
      ),
  },
  {
    id: "IDs on both sides of a line of log",
    ids: 2,
    write: ([a, b], secret, random) => {
      const gap = " ".repeat(between(1, 3, random));
      return `INFO ${a}${gap}${secret}${gap}${b} done\n`;
    },
  },
];
