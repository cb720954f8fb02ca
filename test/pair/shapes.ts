/**
 * Texts in which `{S}` is a secret, `{K}` its key's ID, `{D}` and `{E}` IDs of other keys, and `{T}` and `{U}` other
 * secrets. The structure of each of them decides.
 */
export const DECIDED: Readonly<Record<string, string>> = {
  "an API response, minified, with another key's CRN in its description":
    '{"id":"{K}","kind":"ApiKey","metadata":{"resource_name":"crn://confluent.cloud/user=u-1/api-key={K}"},"spec":{"description":"was crn://confluent.cloud/user=u-1/api-key={D}","secret":"{S}"}}',
  "an API response, pretty-printed, between two others without secrets": `{
  "data": [
    {
      "id": "{D}",
      "kind": "ApiKey",
      "spec": { "display_name": "a" }
    },
    {
      "id": "{K}",
      "kind": "ApiKey",
      "metadata": {
        "resource_name": "crn://confluent.cloud/organization=0/user=u-1/api-key={K}",
        "self": "https://api.confluent.cloud/iam/v2/api-keys/{K}"
      },
      "spec": {
        "description": "rotates key {E}",
        "owner": {
          "id": "u-abc12"
        },
        "secret": "{S}"
      }
    },
    {
      "id": "{E}",
      "kind": "ApiKey"
    }
  ]
}`,
  "an API response with sorted keys, the secret before the ID":
    '[{"id":"{D}","spec":{"secret":"{T}"}},{"spec":{"owner":{"id":"u-1"},"secret":"{S}"},"id":"{K}"},{"spec":{"secret":"{U}"},"id":"{E}"}]',
  "an API response whose ID stands in its URL alone":
    '{"metadata":{"self":"https://api.confluent.cloud/iam/v2/api-keys/{K}"},"spec":{"secret":"{S}"}}',
  "an API response whose ID stands in its CRN alone":
    '{"metadata":{"resource_name":"crn://confluent.cloud/organization=0/user=u-1/api-key={K}"},"spec":{"secret":"{S}"}}',
  "JSON in a string of JSON":
    '{"SecretString":"{\\"apiKey\\":\\"{K}\\",\\"apiSecret\\":\\"{S}\\"}","other":"{\\"apiKey\\":\\"{D}\\",\\"apiSecret\\":\\"{T}\\"}"}',
  "JSON in a string of JSON in a string":
    '"{\\"a\\":\\"{\\\\\\"key\\\\\\":\\\\\\"{D}\\\\\\"}\\",\\"b\\":\\"{\\\\\\"secret\\\\\\":\\\\\\"{S}\\\\\\",\\\\\\"key\\\\\\":\\\\\\"{K}\\\\\\"}\\"}"',
  "JSON in a string with escaped line ends":
    '"{\\n  \\"id\\": \\"{D}\\"\\n}\\n{\\n  \\"api_key\\": \\"{K}\\",\\n  \\"api_secret\\": \\"{S}\\"\\n}"',
  "JSON that is cut on both sides":
    '_key":"{D}","x":1},{"name":"b","api_key":"{K}","api_secret":"{S}"},{"name":"c","api_key":"{E}","api_sec',
  "an array of name and value":
    '"env":[{"name":"SR_API_KEY","value":"{D}"},{"name":"KAFKA_API_KEY","value":"{K}"},{"name":"KAFKA_API_SECRET","value":"{S}"},{"name":"OLD_API_KEY","value":"{E}"}]',
  "a pretty-printed array of name and value, secret first": `[
  {
    "name": "KAFKA_API_SECRET",
    "value": "{S}"
  },
  {
    "name": "KAFKA_API_KEY",
    "value": "{K}"
  },
  {
    "name": "SR_API_SECRET",
    "value": "{T}"
  },
  {
    "name": "SR_API_KEY",
    "value": "{D}"
  }
]`,
  "an ID as the key of an object": '{"{D}":{"env":"a"},"{K}":{"env":"b","secret":"{S}"},"{E}":{"env":"c"}}',
  "an ID as the key of a secret": '{"{D}":"{T}","{K}":"{S}","{E}":"{U}"}',
  "an ID as a key in YAML": "keys:\n  {D}:\n    env: a\n  {K}:\n    env: b\n    secret: {S}\n  {E}:\n    env: c\n",
  "an ID as the heading of a section": "[{D}]\nenv=a\n[{K}]\nenv=b\nsecret={S}\n[{E}]\nenv=c\n",
  "a list of connectors":
    '[{"config":{"kafka.api.key":"{D}","kafka.api.secret":"{T}"}},{"config":{"kafka.api.key":"{K}","kafka.api.secret":"{S}"}},{"config":{"kafka.api.key":"{E}","kafka.api.secret":"{U}"}}]',
  "a state file with two keys":
    '{"instances":[{"attributes":{"display_name":"a","id":"{D}","owner":[{"id":"sa-1"}],"secret":"{T}"}},{"attributes":{"display_name":"b","id":"{K}","managed_resource":[{"id":"lkc-1","environment":[{"id":"env-1"}]}],"secret":"{S}"}}]}',
  "two clusters with the same names in YAML, the other one's ID alone":
    "a:\n  api_key: {D}\nb:\n  api_key: {K}\n  api_secret: {S}\nc:\n  api_key: {E}\n",
  "YAML maps in a list": "- api_key: {D}\n- api_key: {K}\n  api_secret: {S}\n- api_key: {E}\n",
  "YAML maps in a list, secret first":
    "- api_key: {D}\n- api_secret: {S}\n  api_key: {K}\n- api_secret: {T}\n  api_key: {E}\n",
  "YAML names and values":
    "- name: SR_KEY\n  value: {D}\n- name: KAFKA_KEY\n  value: {K}\n- name: KAFKA_SECRET\n  value: {S}\n- name: SR_SECRET\n  value: {T}\n",
  "a list of environment variables":
    "environment:\n  - SR_KEY={D}\n  - KAFKA_KEY={K}\n  - KAFKA_SECRET={S}\n  - SR_SECRET={T}\n",
  "stems told apart, IDs first":
    "KAFKA_API_KEY={K}\nSR_API_KEY={D}\nFLINK_API_KEY={E}\nKAFKA_API_SECRET={S}\nSR_API_SECRET={T}\nFLINK_API_SECRET={U}\n",
  "stems told apart, in the middle":
    "KAFKA_API_KEY={D}\nSR_API_KEY={K}\nFLINK_API_KEY={E}\nKAFKA_API_SECRET={T}\nSR_API_SECRET={S}\nFLINK_API_SECRET={U}\n",
  "stems told apart, secrets first": "KAFKA_API_SECRET={T}\nSR_API_SECRET={S}\nKAFKA_API_KEY={D}\nSR_API_KEY={K}\n",
  "stems in capitals within words":
    "kafkaApiKey: {D},\nschemaRegistryApiKey: {K},\nkafkaApiSecret: {T},\nschemaRegistryApiSecret: {S},\n",
  "numbered names": "key1={D}\nkey2={K}\nkey3={E}\nsecret1={T}\nsecret2={S}\nsecret3={U}\n",
  "properties of two logins": "sasl.username={K}\nsasl.password={S}\nschema.registry.basic.auth.user.info={D}:{T}\n",
  "a commented-out login between": "sasl.username={K}\n# sasl.username={D}\n# sasl.password={T}\nsasl.password={S}\n",
  "a commented-out login before and after":
    "# sasl.username={D}\n# sasl.password={T}\nsasl.username={K}\nsasl.password={S}\n# sasl.username={E}\n# sasl.password={U}\n",
  "a comment at the end of a line": "password: {S} # replaces {D}\nusername: {K} # not {E}\n",
  "a bare line between the halves": "username: {K}\n{D}\npassword: {S}\n",
  "a diff":
    "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n-sasl.username={D}\n-sasl.password={T}\n+sasl.username={K}\n+sasl.password={S}\n",
  "blocks of HCL":
    'provider "a" {\n  key    = "{D}"\n}\nprovider "b" {\n  key    = "{K}"\n  secret = "{S}"\n}\nprovider "c" {\n  key    = "{E}"\n}\n',
  "defaults of variables in HCL": `variable "old_api_key" {
  type    = string
  default = "{D}"
}
variable "confluent_api_key" {
  description = "the key"
  type        = string
  default     = "{K}"
}
variable "confluent_api_secret" {
  description = "the secret"
  type        = string
  sensitive   = true
  default     = "{S}"
}
`,
  "attributes in XML":
    '<entry key="a.username" value="{D}"/>\n<entry key="b.username" value="{K}"/>\n<entry key="b.password" value="{S}"/>\n<entry key="a.password" value="{T}"/>\n',
  "elements in XML":
    "<server><username>{D}</username><password>{T}</password></server><server><username>{K}</username><password>{S}</password></server>",
  "names and values in XML":
    "<property><name>sasl.username</name><value>{K}</value></property>\n<property><name>sasl.password</name><value>{S}</value></property>\n<property><name>ref</name><value>{D}</value></property>",
  "SQL rows": "INSERT INTO keys VALUES ('a','{D}','{T}'),('b','{K}','{S}'),('c','{E}','{U}');",
  "SQL options":
    "CREATE CONNECTION a WITH ('username'='{D}','password'='{T}');\nCREATE CONNECTION b WITH ('username'='{K}','password'='{S}');",
  "rows of CSV": "name,key,secret\na,{D},{T}\nb,{K},{S}\nc,{E},{U}\n",
  "rows of CSV, secret first": "{T},{D}\n{S},{K}\n{U},{E}\n",
  "rows of CSV with a column between": "{D},prod,{T}\n{K},test,{S}\n{E},dev,{U}\n",
  "rows of a Markdown table": "| a | `{D}` | `{T}` |\n| b | `{K}` | `{S}` |\n| c | `{E}` | `{U}` |\n",
  tuples: 'pairs = [("{D}", "{T}"), ("{K}", "{S}"), ("{E}", "{U}")]',
  "pairs joined by colons": "{D}:{T},{K}:{S},{E}:{U}",
  "a pair joined by a percent-encoded colon": "user=%7B&auth={K}%3A{S}&next={D}",
  "a pair joined by an escaped colon": 'auth: "{K}\\u003a{S}", "{D}"',
  "a pair joined by an HTML colon": "<b>{K}&#58;{S}</b> {D}",
  "an interleaved list": "[{K}, {S}, {D}, {T}, {E}, {U}]",
  "the middle of an interleaved list": "[{D}, {T}, {K}, {S}, {E}, {U}]",
  "lines of IDs and secrets in turn": "{D}\n{T}\n{K}\n{S}\n{E}\n{U}\n",
  "the console's file":
    "=== Confluent Cloud API key ===\n\nAPI key:\n{K}\n\nAPI secret:\n{S}\n\nResource:\nlkc-abc123\n\nSee also:\n{D}\n",
  prose: "API Key: {K} / API Secret: {S}. The old one, {D}, is gone.",
  "a log line": "2026-11-21T05:00:00Z INFO created key id={K} secret={S} replaces={D}\n",
  "flags of a command": "confluent api-key use {D}\nconfluent kafka topic list --api-key {K} --api-secret {S}\n",
  "lines of JAAS":
    'a="PlainLoginModule required username=\\"{D}\\" password=\\"{T}\\";"\nb="PlainLoginModule required username=\\"{K}\\" password=\\"{S}\\";"\nc="PlainLoginModule required username=\\"{E}\\" password=\\"{U}\\";"\n',
  "a query": "kafka://b:9092?sasl-password={S}&sasl-user={K}&audit-user={D}",
  "a rotated secret, the new one": "username={K}\npassword={S}\n# password={T}\n",
  "code that calls setters": 'a.setUser("{D}");\na.setPassword("{T}");\nb.setUser("{K}");\nb.setPassword("{S}");\n',
  "blocks with the same names, an empty line between":
    "username={D}\npassword={T}\n\nusername={K}\npassword={S}\n\nusername={E}\npassword={U}\n",
  "blocks with the same names, secret first":
    "password={T}\nusername={D}\npassword={S}\nusername={K}\npassword={U}\nusername={E}\n",
  "two logins in one object": '{"sasl.username":"{D}","sasl.password":"{T}","sr.username":"{K}","sr.password":"{S}"}',
  "an old key's ID in the same object": '{"old_api_key":"{D}","api_key":"{K}","api_secret":"{S}","replaced_by":"{E}"}',
  "a list of keys in the same object": '{"revoked":["{D}","{E}"],"api_key":"{K}","api_secret":"{S}"}',
  "a list of one field an entry, with another ID below it":
    "environment:\n  - API_KEY={K}\n  - API_SECRET={S}\napi_key: {D}\n",
  "the same names on both sides, an empty line between": "username={K}\npassword={S}\n\nusername={D}\n",
  "the same names on both sides, one on the line": "username={D}\npassword={S} username={K}\n",
  "an API response by its URL, before the next response":
    '{"metadata":{"self":"https://api.confluent.cloud/iam/v2/api-keys/{K}"},"spec":{"secret":"{S}"}}\n{"id":"{D}","spec":{}}',
  "a heading that is called secret": "secret:\n  username: {K}\n  password: {S}\n",
};

/** Texts in which more than one ID may be meant: none of them may be given alone. */
export const UNDECIDED: Readonly<Record<string, string>> = {
  "a bare line between two bare lines": "{K}\n{D}\n{S}\n",
  "two IDs in one row": "| {K} | {D} | {S} |",
  "the same names on both sides": "username={K}\npassword={S}\nusername={D}\n",
  "running text": "use {K} or maybe {D} with the secret that ends this sentence, {S}",
  "keys before secrets, the second one":
    'if prod:\n key="{D}"\nelse:\n key="{K}"\nif prod:\n secret="{T}"\nelse:\n secret="{S}"\n',
  "neighbouring objects": '[{"key":"{K}"},{"key":"{D}"},{"note":1,"secret":"{S}"}]',
  "an object's ID and one outside of all objects": '{"a":1,"secret":"{S}","spec":{"id":"{K}"}}\nkey = "{D}"\n',
  "the same names, far away on both sides":
    "username={K}\na=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\nk=1\nl=1\npassword={S}\na=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\nusername={D}\n",
};

/** Texts whose only IDs belong to others, or are none. */
export const UNPAIRED: Readonly<Record<string, string>> = {
  "another secret's ID": "a.username={D}\na.password={T}\nb.password={S}\n",
  "another object's ID": '[{"user":"${USER}","password":"{S}"},{"user":"{D}","password":"{T}"}]',
  "another pair in base64's place": "{D}:{T}\n\n\ntoken: {S}\n",
  "the ID of an AWS key": "AKIA{D}\n{S}",
  "a seed of one-time passwords": "TOTP_SEED={D}\nSESSION_SECRET={S}\n",
  "the ID of another secret's name": "kafka_key={D}\nsr_secret={S}\nkafka_secret={T}\n",
  "the ID of another login": "username={D}\npassword={T}\ndb_password={S}\n",
  "a field of another name": "ORDER_ID={D}\nKAFKA_PASSWORD={S}\n",
  "the ID of the next block, where its own is a variable":
    'provider {\n  cloud_api_key    = var.key\n  cloud_api_secret = "{S}"\n}\n\nprovider {\n  cloud_api_key    = "{D}"\n  cloud_api_secret = "{T}"\n}\n',
  "the ID of the next lines, where its own is a placeholder":
    "sasl.username=<API_KEY>\nsasl.password={S}\n\nsasl.username={D}\nsasl.password={T}\n",
  "the ID of the next lines, where its own is empty": "key=\nsecret={S}\nkey={D}\nsecret={T}\n",
  "the ID of the next calls, where its own is from the environment":
    'p.put("sasl.username", "${KEY}");\np.put("sasl.password", "{S}");\nd.put("sasl.username", "{D}");\nd.put("sasl.password", "{T}");\n',
  "the ID of a neighbour in a list": '[{"secret":"{S}"},{"secret":"{T}","key":"{D}"}]',
  "a second secret of the same name": "username={D}\npassword={T}\npassword={S}\n",
  "nothing at all": "{S}",
};
