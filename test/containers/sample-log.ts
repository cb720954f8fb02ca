import { makeKeyId, makeSecret, makeText, seeded } from "../support/secrets.ts";

const LINES = 2_200;
const SECRET_LINE = 1_499;

/** The text that the compressed files in fixtures/containers/ hold: 140 kB, more than one block of every format. */
export function sampleLog(): { text: string; secret: string; keyId: string } {
  const random = seeded(3000);
  const secret = makeSecret(random);
  const keyId = makeKeyId(random);
  const lines = Array.from({ length: LINES }, (_, i) => {
    if (i === SECRET_LINE) return `sasl.username=${keyId}\nsasl.password=${secret}\n`;
    const time = `2026-01-01T00:00:${String(i % 60).padStart(2, "0")}Z`;
    const took = Math.floor(random() * 1000);
    return `${time} INFO request ${i} took ${took} ms ${makeText(random, "abcdefgh", 12)}\n`;
  });
  return { text: lines.join(""), secret, keyId };
}
