import { describe, expect, test } from "vitest";
import { isLiteral } from "../../src/detect/connection-values.ts";
import { makeText, seeded } from "../support/secrets.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

describe("a literal", () => {
  test.each([
    ["a weak password", "hunter2"],
    ["a word", "elastic"],
    ["a name and a year", "Mongo2024"],
    ["a password of signs", "p@$$w0rd!{}"],
    ["a password that begins like a variable", "$ecret-2024"],
    ["a password with a quote", "it''s"],
    ["a password with a percent sign", "50%off%now"],
    ["a password with spaces", "correct horse battery staple"],
    ["a password with a bracket", "a<b"],
    ["a key", "sk-proj-T3BlbkFJ0123"],
    ["a number", "8675309"],
    ["JSON", '{"type": "service_account", "private_key": "-----BEGIN"}'],
    ["escaped JSON", String.raw`{\"type\":\"service_account\"}`],
    ["a key with x", "xxAbxx-1"],
  ])("is %s", (_title, value) => {
    expect(isLiteral(value)).toBe(true);
  });

  test("is every random key", () => {
    const random = seeded(405);
    const keys = Array.from({ length: 2_000 }, (_, index) => makeText(random, BASE64, 20 + (index % 180)));
    expect(keys.filter((key) => !isLiteral(key))).toEqual([]);
  });
});

describe("no literal", () => {
  test.each([
    ["nothing", "", "  ", "-"],
    [
      "templates",
      "${var.x}",
      "${{ secrets.K }}",
      "$(cat key)",
      "{{ key }}",
      "sk-{{key}}",
      "#{key}",
      "%{key}",
      "<%= key %>",
    ],
    ["variables", "$KEY", "$env:KEY", "%KEY%", "%s", "%(key)s", ":key", "{key}", "{cfg['key']}", "__KEY__", "@KEY@"],
    ["expressions", "var.key", 'os.environ["KEY"]', "process.env.KEY", "secrets.KEY", "local.keys[0]"],
    ["pieces", `" + key + "`, `'"$KEY"'`, `\\"$KEY\\"`, `sk-" + key`, `sk-' || key`, "`key`"],
    [
      "stores",
      "op://vault/item/key",
      "vault:secret/data#k",
      "arn:aws:secretsmanager:x:1:secret:y",
      "ENC[AES256_GCM,data:x]",
    ],
    [
      "brackets",
      "<api-key>",
      "<your-openai-key>",
      "sk-<your key>",
      "&lt;key&gt;",
      "[REDACTED]",
      "[api key]",
      "(sensitive value)",
    ],
    ["the vendor's", "API_Key_value", "api_key", "string", "user_password", "0000000000000001", "0000000000000000"],
    ["names", "YOUR_API_KEY", "your-api-key", "OPENAI_API_KEY", "myApiKey", "my-secret-key", "sk-your-key-here"],
    ["words", "changeme", "change-me-secret", "placeholder", "password", "REDACTED", "null", "replace_with_your_key"],
    [
      "masks",
      "***",
      "sk-****************",
      "xxxxxxxx",
      "sk-XXXX",
      "sk-...",
      "sk-\u00e2\u0080\u00a6",
      "\u00e2\u0080\u00a2-1-2",
    ],
    ["the examples of AWS", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
  ])("is one of %s", (_title, ...values) => {
    expect(values.filter(isLiteral)).toEqual([]);
  });
});
