/**
 * Whether a value stands for itself: it is no reference, template, placeholder or mask. A weak password is a literal.
 *
 * `value` is what stands between the quotes, escaped as it is there. Linear in its length.
 * Source: notes/flink-connections.md#values
 */
export function isLiteral(value: string): boolean {
  const text = value.trim();
  if (text === "" || hasAtMostTwoCharacters(text)) return false;
  return !REFERENCES.some((form) => form.test(text)) && !MASKS.some((form) => form.test(text)) && !isPlaceholder(text);
}

/** Filler: 0000000000000001 is the vendor's example of a key. */
function hasAtMostTwoCharacters(text: string): boolean {
  return new Set(text).size <= 2;
}

/** What some other program puts the value in for. No form can look twice at one character but for its repeated ends. */
const REFERENCES: readonly RegExp[] = [
  // ${x}, $(x), {{ x }}, #{x}, %{x}, @{x}, <% x %>: wherever they stand, since the rest alone opens nothing.
  /\$[{(]|\{\{|[#%@]\{|<%/,
  // <api-key>, sk-<your key>, and the same as HTML.
  /<[A-Za-z][^<>]*>|&lt;/,
  // $VAR, $env:VAR, %VAR%, %s, %(key)s, :name, {key}, {cfg['key']}: alone.
  /^\$\w+(?::\w+)?$|^%\w+%$|^%(?:\(\w+\))?[a-z]$|^:\w+$|^\{[^{}:]*\}$/,
  // [key], (sensitive value), __KEY__, @KEY@: alone.
  /^\[[^\]]*\]$|^\([^)]*\)$|^__\w+__$|^@\w+@$/,
  // The literal around it is broken off: '" + key + "', '"$KEY"'.
  /^\\*["'`]|["']\s*(?:[+&]|\|\||\. )/,
  // var.x, os.environ[...], secrets.X, and Node's environment: alone.
  /^(?:var|local|data|module|each|env|secrets?|process[.]env|os\.environ|System\.getenv)[.[(][\w.[\]()"'-]*$/,
  // Where a secret store keeps it: op://, vault:, a resource name, SOPS.
  /^(?:op|vault|ssm|awssm|gcpsm|azurekv|keyvault|env|file):|^arn:aws|^ENC\[/,
];

/** Masked, cut short, or the example that AWS publishes. The last two are an ellipsis and a bullet as UTF-8. */
const MASKS: readonly RegExp[] = [/\*{3}|x{6}|\.{3}/i, /EXAMPLE(?:KEY)?$/, /\u00e2\u0080[\u00a6\u00a2]/];

/** Whether every word of it says what should stand there: `YOUR_API_KEY`, `API_Key_value`, `string`, `changeme`. */
function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER) return false;
  const words = text
    .split(/[^A-Za-z0-9]|(?<=[a-z])(?=[A-Z])/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
  const isAboutItself = words.every((word) => NAMING.has(word) || QUALIFYING.has(word) || /^x+$/.test(word));
  return isAboutItself && words.some((word) => !QUALIFYING.has(word));
}

const LONGEST_PLACEHOLDER = 64;

/** Words of which one at least makes a placeholder. */
const NAMING = new Set(
  `apikey changeme credential credentials dummy empty example fixme here hidden insert key keys masked none null omitted
  pass passwd password paste placeholder pwd redacted removed replace sample secret sensitive string tbd todo token
  undefined value your`.split(/\s+/),
);

/** Words that only say whose or which it is: `mongodb` alone is a weak password. */
const QUALIFYING = new Set(
  `a access account actual add ai an anthropic api atlas auth aws azure azureml azureopenai bearer bedrock change
  claude client confluent connection cosmosdb couchbase data database db elastic enter fill fireworks flink gcp gemini
  google googleai id in is json llm mcp me mongo mongodb my name new oauth oauth2 old openai pinecone pk put real
  sagemaker service session set sk some text the this to use user username vertex vertexai with zapier`.split(/\s+/),
);
