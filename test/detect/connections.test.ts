import { describe, expect, test } from "vitest";
import { findConnectionCredentials } from "../../src/detect/connections.ts";
import { makeText, seeded } from "../support/secrets.ts";

// Never issued: the shapes of what third parties give out.
const random = seeded(404);
const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const KEY = `sk-${makeText(random, ALPHANUMERIC, 48)}`;
const OTHER_KEY = `sk-${makeText(random, ALPHANUMERIC, 48)}`;
const AWS_ID = `AKIA${makeText(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)}`;
const AWS_SECRET = makeText(random, `${ALPHANUMERIC}+/`, 40);

const MENTION =
  /(?<=(?:create(?:\s+or\s+replace)?|alter)\s+)connection\b|PlaintextProvider|confluent_flink_connection/gi;

/** What is found at every mention: connection, field, value. */
function find(text: string): string[][] {
  return [...text.matchAll(MENTION)].flatMap(({ index }) =>
    findConnectionCredentials(text, index).map(({ connection, field, span }) => [
      connection,
      field,
      text.slice(span.start, span.end),
    ]),
  );
}

type Case = readonly [title: string, text: string, ...found: readonly string[][]];

/** As `test.each` wants them. */
function rows(cases: readonly Case[]): { title: string; text: string; found: readonly string[][] }[] {
  return cases.map(([title, text, ...found]) => ({ title, text, found }));
}

describe("SQL", () => {
  const options = `('type' = 'OPENAI', 'endpoint' = 'https://api.openai.com/v1', 'api-key' = '${KEY}')`;
  const cases: readonly Case[] = [
    ["as documented", `CREATE CONNECTION \`my-c\`\n  WITH ${options};`, ["my-c", "api-key", KEY]],
    ["an underscore", `CREATE CONNECTION c WITH ('api_key' = '${KEY}');`, ["c", "api_key", KEY]],
    ["IF NOT EXISTS", `CREATE CONNECTION IF NOT EXISTS c WITH ${options}`, ["c", "api-key", KEY]],
    ["OR REPLACE", `CREATE OR REPLACE CONNECTION c WITH ${options}`, ["c", "api-key", KEY]],
    ["another case", `create Connection if not exists C with ${options}`, ["C", "api-key", KEY]],
    ["a whole name", `CREATE CONNECTION \`a b\`.d.\`e-f\` WITH ${options}`, ["a b.d.e-f", "api-key", KEY]],
    [
      "a name of templates",
      `CREATE CONNECTION \`\${a.b}\`.{{ d }}.{e} WITH ${options}`,
      ["${a.b}.{{ d }}.{e}", "api-key", KEY],
    ],
    ["a remark", `CREATE CONNECTION c COMMENT 'it''s with (x)' WITH ${options}`, ["c", "api-key", KEY]],
    ["no blanks", `CREATE CONNECTION c WITH('password'='hunter2')`, ["c", "password", "hunter2"]],
    ["ALTER", `ALTER CONNECTION \`conn-one\` SET ('api-key' = '${KEY}');`, ["conn-one", "api-key", KEY]],
    ["ALTER IF EXISTS", `ALTER CONNECTION IF EXISTS c SET ('token' = '${KEY}')`, ["c", "token", KEY]],
    [
      "a pair of AWS",
      `CREATE CONNECTION c WITH ('aws-access-key' = '${AWS_ID}', 'aws-secret-key' = '${AWS_SECRET}', 'aws-session-token'='${KEY}')`,
      ["c", "aws-access-key", AWS_ID],
      ["c", "aws-secret-key", AWS_SECRET],
      ["c", "aws-session-token", KEY],
    ],
    [
      "a user and a password",
      "CREATE CONNECTION c WITH ('username' = 'admin', 'password' = 'it''s (a) ; -- pass')",
      ["c", "password", "it''s (a) ; -- pass"],
    ],
    [
      "OAuth",
      `CREATE CONNECTION c WITH ('token-endpoint'='https://x/t','client-id'='abc12','client-secret'='${KEY}','scope'='a.b')`,
      ["c", "client-secret", KEY],
    ],
    [
      "a service key of several lines",
      `CREATE CONNECTION c WITH ('service-key' = '{\n "type": "service_account",\n "private_key": "${KEY}"\n}')`,
      ["c", "service-key", `{\n "type": "service_account",\n "private_key": "${KEY}"\n}`],
    ],
    [
      "comments between",
      `CREATE CONNECTION /* (it's) */ c -- don't\n WITH ( -- 'a' = 'b)\n 'api-key' /* = 'x' */ = -- y\n '${KEY}')`,
      ["c", "api-key", KEY],
    ],
    [
      "an option that is commented out",
      `CREATE CONNECTION c WITH (\n -- don't use: ('x')\n -- 'api-key' = '${OTHER_KEY}'\n /* 'token'='${KEY}' */ 'api-key' = '<key>')`,
      ["c", "api-key", OTHER_KEY],
      ["c", "token", KEY],
    ],
    [
      "a statement that is commented out",
      `-- CREATE CONNECTION c\n--   WITH (\n--   'api-key' = '${KEY}'\n-- );\n-- 'api-key' = '${OTHER_KEY}'`,
      ["c", "api-key", KEY],
    ],
    [
      "a diff",
      `+CREATE CONNECTION c WITH (\n-  'api-key' = '${OTHER_KEY}'\n+  'api-key' = '${KEY}'\n+);`,
      ["c", "api-key", OTHER_KEY],
      ["c", "api-key", KEY],
    ],
    ["JSON", JSON.stringify({ sql: `CREATE CONNECTION \`c\`\n\tWITH ${options};` }), ["c", "api-key", KEY]],
    [
      "JSON in JSON",
      JSON.stringify(JSON.stringify({ sql: `CREATE CONNECTION c\nWITH ${options}` })),
      ["c", "api-key", KEY],
    ],
    [
      "JSON that escapes the quote",
      `{"sql":"CREATE CONNECTION c\\nWITH (\\u0027api-key\\u0027 = \\u0027${KEY}\\u0027)"}`,
      ["c", "api-key", KEY],
    ],
    ["a comment in JSON", JSON.stringify(`CREATE CONNECTION c -- it's\nWITH ${options}`), ["c", "api-key", KEY]],
    [
      "pieces of Java",
      `"CREATE CONNECTION c " +\n  "WITH ('type' = 'x', " +\n  "'api-key' = '${KEY}')"`,
      ["c", "api-key", KEY],
    ],
    [
      "pieces of Python",
      `sql = ("CREATE CONNECTION c "\n  "WITH ("\n  "'api-key' = '${KEY}')")`,
      ["c", "api-key", KEY],
    ],
    [
      "a Python string in single quotes",
      `'CREATE CONNECTION c WITH (\\'api-key\\' = \\'it\\\\\\'s\\')'`,
      ["c", "api-key", "it\\\\\\'s"],
    ],
    [
      "a shell's single quotes",
      `--sql 'CREATE CONNECTION c WITH ('\\''api-key'\\'' = '\\''${KEY}'\\'')'`,
      ["c", "api-key", KEY],
    ],
    [
      "a shell's here document",
      `cat <<EOF\nCREATE CONNECTION \\\`c\\\` WITH ('api-key' = '${KEY}');\nEOF`,
      ["c", "api-key", KEY],
    ],
    [
      "a Terraform statement",
      `statement = "CREATE CONNECTION \`\${var.e}\`.c WITH ( 'token' = '${KEY}' );"`,
      ["${var.e}.c", "token", KEY],
    ],
    [
      "two statements",
      `CREATE CONNECTION a WITH ('token'='${KEY}'); CREATE CONNECTION b WITH ('token'='${OTHER_KEY}');`,
      ["a", "token", KEY],
      ["b", "token", OTHER_KEY],
    ],
    [
      "the options of what follows",
      `CREATE CONNECTION a WITH ('type'='x'); CREATE TABLE t WITH ('password' = '${KEY}')`,
    ],
    ["another database's words", `CREATE CONNECTION c WITH (type = 'iceberg', password = '${KEY}')`],
    ["another database's options", `CREATE CONNECTION c TYPE mysql OPTIONS (host 'h', password '${KEY}')`],
    ["another database's list", `CREATE CONNECTION c TO POSTGRES (HOST 'h', PASSWORD SECRET pgpass)`],
    ["options without WITH", `CREATE CONNECTION c ('api-key' = '${KEY}')`],
    ["prose", "Use CREATE CONNECTION to store it, e.g. with ('api-key' or 'token')."],
    ["a variable", `CREATE CONNECTION c WITH ('api-key' = key, 'token' = os.environ['token'], 'password' = $1)`],
    ["a call's argument", `CREATE CONNECTION c WITH ('api-key' = get('path/9'), 'token' = env['path.9'])`],
    ["a list that is not closed", `CREATE CONNECTION a WITH ('type'='x'; CREATE TABLE t WITH ('password' = '${KEY}')`],
    ["a string before WITH", `CREATE CONNECTION c 'x' WITH ${options}`],
    ["an escaped string that its surroundings end", `'CREATE CONNECTION c WITH (\\'api-key\\' = \\'abc', 'b \\' c)'`],
    ["a string that is cut off", `CREATE CONNECTION c WITH ('api-key' = '${KEY}`],
    ["a string whose surroundings end", `'CREATE CONNECTION c WITH (\\'api-key\\' = \\'abc' + x, 'api-key' = '${KEY}'`],
    ["pieces around a variable", `"CREATE CONNECTION c WITH ('api-key' = '" + key + "', 'token' = '" + token + "')"`],
    ["a shell's variable", `'CREATE CONNECTION c WITH ('\\''api-key'\\'' = '\\'''"$KEY"''\\'')'`],
  ];
  test.each(rows(cases))("$title", ({ text, found }) => {
    expect(find(text)).toEqual(found);
  });
});

describe("REST JSON", () => {
  const body = (data: unknown, name = "my-c"): object => ({
    name,
    spec: { connection_type: "OPENAI", endpoint: "https://x", auth_data: { kind: "PlaintextProvider", data } },
    metadata: {},
  });
  const inner = JSON.stringify({ API_KEY: KEY });
  const cases: readonly Case[] = [
    ["minified", JSON.stringify(body(KEY)), ["my-c", "auth_data.data", KEY]],
    ["pretty", JSON.stringify(body(KEY), null, 2), ["my-c", "auth_data.data", KEY]],
    [
      "data before kind",
      `{"name":"c","spec":{"auth_data":{"data":"${KEY}","kind":"PlaintextProvider"}}}`,
      ["c", "auth_data.data", KEY],
    ],
    [
      "the name behind",
      `{"spec":{"auth_data":{"kind":"PlaintextProvider","data":"${KEY}"}},"name":"c"}`,
      ["c", "auth_data.data", KEY],
    ],
    ["no name", `{"auth_data":{"kind":"PlaintextProvider","data":"${KEY}"}}`, ["", "auth_data.data", KEY]],
    [
      "the beginning cut off",
      `x"}, "spec": {"auth_data": {"kind": "PlaintextProvider", "data": "${KEY}"}}, "name": "c"}`,
      ["c", "auth_data.data", KEY],
    ],
    [
      "a list",
      JSON.stringify({ data: [body(KEY, "a"), body(OTHER_KEY, "b")] }),
      ["a", "auth_data.data", KEY],
      ["b", "auth_data.data", OTHER_KEY],
    ],
    [
      "an export in a shell",
      `export JSON_DATA="${JSON.stringify(body(KEY, "${CONNECTION_NAME}"), null, 2).replaceAll('"', '\\"')}"`,
      ["${CONNECTION_NAME}", "auth_data.data", KEY],
    ],
    [
      "JSON in JSON in JSON",
      JSON.stringify(JSON.stringify(JSON.stringify(body(KEY)))),
      ["my-c", "auth_data.data", KEY],
    ],
    ["fields in a string", JSON.stringify(body(inner)), ["my-c", "auth_data.data.API_KEY", KEY]],
    [
      "fields in a string, escaped",
      JSON.stringify(JSON.stringify(body(inner))),
      ["my-c", "auth_data.data.API_KEY", KEY],
    ],
    [
      "several fields in a string",
      JSON.stringify(
        body(JSON.stringify({ AWS_ACCESS_KEY_ID: "${ID}", AWS_SECRET_ACCESS_KEY: AWS_SECRET, USERNAME: "u" })),
      ),
      ["my-c", "auth_data.data.AWS_SECRET_ACCESS_KEY", AWS_SECRET],
    ],
    [
      "a service account's own JSON",
      JSON.stringify(body(JSON.stringify({ type: "service_account", private_key: "abc" }))),
      ["my-c", "auth_data.data", '{\\"type\\":\\"service_account\\",\\"private_key\\":\\"abc\\"}'],
    ],
    [
      "fields in an object",
      JSON.stringify(body({ PASSWORD: "hunter2", USERNAME: "u" })),
      ["my-c", "auth_data.data.PASSWORD", "hunter2"],
    ],
    [
      "Python",
      `{'name': 'c', 'spec': {'auth_data': {'kind': 'PlaintextProvider', 'data': '${KEY}'}}}`,
      ["c", "auth_data.data", KEY],
    ],
    [
      "JavaScript",
      `{ name: "c", spec: { auth_data: { kind: "PlaintextProvider", data: "${KEY}" } } }`,
      ["c", "auth_data.data", KEY],
    ],
    [
      "a shell's variables elsewhere",
      `--data '{"name":"c","spec":{"endpoint":"https://a.'"$REGION"'.b","auth_data":{"kind":"PlaintextProvider","data":"${KEY}"}}}'`,
      ["c", "auth_data.data", KEY],
    ],
    ["a value with quotes", JSON.stringify(body('a"b\\c')), ["my-c", "auth_data.data", String.raw`a\"b\\c`]],
    ["a value that ends in a backslash", JSON.stringify(body("a-b\\")), ["my-c", "auth_data.data", "a-b\\\\"]],
    [
      "another string before",
      `["{\\"name\\":\\"z\\",", "{\\"auth_data\\":{\\"kind\\":\\"PlaintextProvider\\",\\"data\\":\\"${KEY}\\"}}"]`,
      ["", "auth_data.data", KEY],
    ],
    ["another kind", `{"kind":"PlaintextProviderV2","data":"${KEY}"}`],
    ["the vendor's example", JSON.stringify(body("string"))],
    ["a shell's variable", `{"name":"c","auth_data":{"kind":"PlaintextProvider","data": '"$AUTH_DATA"'}}`],
    ["a variable", `{"auth_data": {"kind": "PlaintextProvider", "data": os.environ["KEY"], "x": "${KEY}"}}`],
    ["only references in a string", JSON.stringify(body(JSON.stringify({ API_KEY: "${OPENAI_KEY}" })))],
    ["what the command line prints", JSON.stringify(body("<REDACTED>"))],
    ["another object's data", `{"a":{"kind":"PlaintextProvider"},"data":"${KEY}"}`],
    ["another member", `{"title":"PlaintextProvider","data":"${KEY}"}`],
    ["a list of names", `["PlaintextProvider"], "data": "${KEY}"`],
    ["a class", `class PlaintextProvider { data = "${KEY}" }`],
    ["data that is cut off", `{"kind":"PlaintextProvider","data":"${KEY}`],
  ];
  test.each(rows(cases))("$title", ({ text, found }) => {
    expect(find(text)).toEqual(found);
  });
});

describe("Terraform", () => {
  const resource = (lines: string): string => `resource "confluent_flink_connection" "main" {\n${lines}\n}\n`;
  const credentials = `credentials {\n key = "ABCDEFGHIJKLMNOP"\n secret = "${KEY}"\n password = "${KEY}"\n }`;
  const cases: readonly Case[] = [
    [
      "as documented",
      resource(
        ` display_name = "c"\n type = "OPENAI"\n endpoint = "https://x"\n api_key ="${KEY}"\n\n lifecycle {\n  prevent_destroy = true\n }`,
      ),
      ["main", "api_key", KEY],
    ],
    [
      "AWS",
      resource(
        ` aws_access_key = "${AWS_ID}"\n aws_secret_key = "${AWS_SECRET}" # rotate\n aws_session_token = "${KEY}" // soon`,
      ),
      ["main", "aws_access_key", AWS_ID],
      ["main", "aws_secret_key", AWS_SECRET],
      ["main", "aws_session_token", KEY],
    ],
    [
      "a user and a password",
      resource(` username = "workshop"\n password = "hunter2"`),
      ["main", "password", "hunter2"],
    ],
    ["one line", `resource "confluent_flink_connection" "main" { api_key = "${KEY}" }`, ["main", "api_key", KEY]],
    [
      "Confluent's own key",
      resource(` ${credentials}\n api_key = "${KEY}"\n ${credentials}`),
      ["main", "api_key", KEY],
    ],
    [
      "a heredoc",
      resource(` service_key = <<-EOT\n   {"type": "x", "y": "{{"}\n   ${KEY}\n   EOT\n api_key = "${KEY}"`).replace(
        '"{{"',
        '"{"',
      ),
      ["main", "service_key", `{"type": "x", "y": "{"}\n   ${KEY}`],
      ["main", "api_key", KEY],
    ],
    [
      "templates elsewhere",
      resource(` endpoint = "https://\${lookup(var.m, "k{")}/}"\n api_key = "${KEY}"`),
      ["main", "api_key", KEY],
    ],
    ["comments", resource(` # it is "{ here\n /* } " */\n // "\n api_key = "${KEY}"`), ["main", "api_key", KEY]],
    [
      "commented out",
      resource(` # api_key = "${KEY}"\n #token = "${OTHER_KEY}" // "\n`),
      ["main", "api_key", KEY],
      ["main", "token", OTHER_KEY],
    ],
    [
      "a plan",
      `  + ${resource(`      + api_key = "${KEY}"\n      ~ password = "${OTHER_KEY}" -> "hunter2"\n      + token = (sensitive value)`)}`,
      ["main", "api_key", KEY],
      ["main", "password", OTHER_KEY],
      ["main", "password", "hunter2"],
    ],
    [
      "a string of JSON",
      JSON.stringify({ hcl: resource(` type = "X"\n api_key = "${KEY}"`) }),
      ["main", "api_key", KEY],
    ],
    [
      "a state",
      JSON.stringify({
        resources: [
          {
            mode: "managed",
            type: "confluent_flink_connection",
            name: "main",
            instances: [{ attributes: { api_key: KEY, credentials: [{ key: "K", password: KEY }], password: "" } }],
          },
          { type: "other", name: "o", instances: [{ attributes: { api_key: OTHER_KEY } }] },
        ],
      }),
      ["main", "api_key", KEY],
    ],
    [
      "a state whose beginning is cut off",
      `"api_key": "${KEY}"}}], "name": "main", "type": "confluent_flink_connection"}`,
      ["main", "api_key", KEY],
    ],
    [
      "a string that its surroundings end",
      `"resource \\"confluent_flink_connection\\" \\"a\\" { api_key = \\"abc", "b \\" }"`,
    ],
    [
      "a configuration in JSON",
      JSON.stringify({ resource: { confluent_flink_connection: { a: { api_key: KEY }, b: { token: OTHER_KEY } } } }),
      ["a", "api_key", KEY],
      ["b", "token", OTHER_KEY],
    ],
    ["the vendor's example", resource(` api_key ="API_Key_value"`)],
    ["the vendor's other example", resource(` api_key ="0000000000000001"`)],
    [
      "variables",
      resource(
        ` api_key = var.api_key\n token = local.t["a"]\n password = "\${var.p}"\n service_key = file("key.json")`,
      ),
    ],
    ["a condition", resource(` api_key = "${KEY}" == var.x ? "${KEY}" : "b"`)],
    ["another resource behind", `${resource(" api_key = var.x")}resource "x" "y" {\n api_key = "${KEY}"\n}`],
    ["a reference", `y = confluent_flink_connection.main.id\napi_key = "${KEY}"`],
    ["an address in JSON", `{"address": "confluent_flink_connection.main", "api_key": "${KEY}"}`],
    ["a string that is cut off", resource(` api_key = "${KEY}`).slice(0, -3)],
    ["a heredoc that is cut off", resource(` api_key = <<EOT\n${KEY}`)],
    ["no label", `resource "confluent_flink_connection" {\n api_key = "${KEY}"\n}`],
    ["no block", `["confluent_flink_connection", "api_key"], api_key = "${KEY}"`],
  ];
  test.each(rows(cases))("$title", ({ text, found }) => {
    expect(find(text)).toEqual(found);
  });
});

test("anything but a mention is none", () => {
  const text = `x CREATE CONNECTION c WITH ('api-key' = '${KEY}')`;
  expect(Array.from(text, (_, at) => findConnectionCredentials(text, at).length)).toEqual(
    Array.from(text, (_, at) => (text.startsWith("CONNECTION", at) ? 1 : 0)),
  );
});

describe("hostile windows", () => {
  // Sixteen times what is promised: what looks again at what it has read takes minutes, what does not, a second.
  const WINDOW = 256 * 1024;
  const beginnings = [
    "CONNECTION c WITH ('api-key' = '",
    "CONNECTION c WITH (",
    "CONNECTION ",
    "CONNECTION c COMMENT ",
    '{"kind":"PlaintextProvider","data":"',
    '{"kind":"PlaintextProvider",',
    'resource "confluent_flink_connection" "a" {',
    'resource "confluent_flink_connection" "a" { api_key = "',
    '"type":"confluent_flink_connection",',
  ];
  const fillings = [
    ..."'\"({[`\\-#/$*<;=",
    " \\n",
    "\\'",
    '\\"',
    "'\\''",
    "\\u0027",
    '"data":',
    '"a":{',
    "}",
    "--'\n",
    "--\\",
    "/*'*/",
    "/*",
    "#\n",
    "#a=",
    "<<A\n",
    "a=<<A\n",
    "${",
    '${"',
    '"a"->',
    "'api-key'='a",
    "' '=",
    'a="b"\n',
    "{{x",
    "$a:",
    "<a",
    '" ',
  ];

  test.each(beginnings)("behind %j end soon, whatever fills them", { timeout: 30_000 }, (beginning) => {
    const at = beginning.search(/CONNECTION|PlaintextProvider|confluent_flink/);
    for (const filling of fillings) {
      const text = beginning + filling.repeat(WINDOW / filling.length);
      expect(findConnectionCredentials(text, at).length).toBeLessThan(WINDOW);
      const before = filling.repeat(WINDOW / filling.length) + beginning;
      expect(findConnectionCredentials(before, before.length - beginning.length + at)).toEqual([]);
    }
  });
});
