import { expect, test } from "vitest";
import { checkSecret } from "../src/check.ts";
import { fakeSecret } from "../src/fake.ts";
import { seeded } from "./support/secrets.ts";

test("a fake passes every test of a secret, and says that it is one", () => {
  const random = seeded(3);
  for (let i = 0; i < 1000; i++) {
    const fake = fakeSecret(() => Math.floor(random() * 64));
    expect(checkSecret(Buffer.from(fake)).verdict).toBe("secret");
    expect(fake).toMatch(/^cfltFAKE/);
  }
});

test("two fakes differ wherever their random numbers do", () => {
  expect(fakeSecret(() => 0)).not.toBe(fakeSecret(() => 63));
  expect(fakeSecret(() => 63)).toMatch(/FAKE\/+[A-Za-z0-9+/]{6}$/);
});
