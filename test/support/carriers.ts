import carriers from "../../fixtures/carriers.json" with { type: "json" };

/** A shape in which people write a key ID and a secret down. */
export interface Carrier {
  readonly id: number;
  readonly name: string;
  /** Which of the two comes first, or `joined` where one encoded text holds both. */
  readonly order: string;
  /**
   * Lines in which stand for a key ID and a secret: `<KEY>`, `<SECRET>`, some of the secret's characters
   * (`<SECRET[0:13]>`), and encoded text (`<PCT(…)>`, `<B64(…)>`, `<B64URL(…)>`, also in each other) whose content
   * names KEY and SECRET and has `\n` for a line end.
   */
  readonly lines: readonly string[];
}

/** A carrier with a key ID and a secret in it. */
export interface FilledCarrier {
  readonly text: string;
  /** 1-based: where the text begins that holds the secret, encoded or not. */
  readonly line: number;
}

/** Every shape of fixtures/carriers.json. */
export const CARRIERS: readonly Carrier[] = carriers;

const PLACEHOLDER = /<((?:PCT|B64|B64URL)\([^<>]*\)|KEY|SECRET(?:\[\d+:\d+\])?)>/g;
/** What an expression is made of; parentheses stand in parentheses at most once. */
const TOKEN = /\b(PCT|B64URL|B64)\(((?:[^()]|\([^()]*\))*)\)|\bSECRET\[(\d+):(\d+)\]|\b(?:KEY|SECRET)\b/g;

/** Writes a key ID and a secret into a carrier. */
export function fillCarrier(carrier: Carrier, keyId: string, secret: string): FilledCarrier {
  const fill = (text: string): string =>
    text.replaceAll(PLACEHOLDER, (_, expression: string) =>
      evaluate(expression.replaceAll("\\n", "\n"), keyId, secret),
    );
  const firstOfSecret = carrier.lines.findIndex((line) =>
    [...line.matchAll(PLACEHOLDER)].some(({ 1: expression = "" }) => expression.includes("SECRET")),
  );
  if (firstOfSecret === -1) throw new Error(`carrier ${carrier.id} holds no secret`);
  return { text: carrier.lines.map(fill).join("\n"), line: firstOfSecret + 1 };
}

function evaluate(expression: string, keyId: string, secret: string): string {
  return expression.replaceAll(TOKEN, (token, encoding?: string, content = "", start?: string, end?: string) => {
    if (encoding !== undefined) return encode(encoding, evaluate(content, keyId, secret));
    if (start !== undefined) return secret.slice(Number(start), Number(end));
    return token === "KEY" ? keyId : secret;
  });
}

function encode(encoding: string, text: string): string {
  if (encoding === "PCT") return encodeURIComponent(text);
  return Buffer.from(text).toString(encoding === "B64" ? "base64" : "base64url");
}
