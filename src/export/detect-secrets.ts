import type { Rule } from "../model/rule.ts";
import { LOSSES } from "./losses.ts";
import { NOT_LEGACY } from "./patterns.ts";
import type { Scanner } from "./scanner.ts";

/**
 * detect-secrets, by a plugin: Python, so the checksum is computed.
 *
 * The classes derive from `RegexBasedDetector`, which spares their findings one filter by guess (an id before the
 * secret). Source: detect-secrets 1.5.0, detect_secrets/plugins/base.py, core/scan.py, util/code_snippet.py (five
 * lines of context on either side), filters/heuristic.py.
 */
export const DETECT_SECRETS: Scanner = {
  name: "detect-secrets 1.5",
  usage: [
    "detect-secrets scan --all-files --plugin THIS-FILE --disable-filter \\",
    "  detect_secrets.filters.heuristic.is_indirect_reference",
    'Name the file .py. The filter would leave out each line that looks like a call, as in password = read("...").',
    "The hook (detect-secrets-hook) takes the same arguments.",
  ],
  losses: [
    LOSSES.encodings,
    LOSSES.legacyAlone,
    "Legacy pairs more than five lines apart.",
    LOSSES.pairing,
    "Files that it leaves out by name: lock files, archives, images, .css, .map, anything with swagger\n" +
      "in its path.",
  ],
  comment: "# ",
  opening: `import re
from base64 import b64encode
from zlib import crc32

from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins.base import RegexBasedDetector

`,
  rules: { "confluent-api-secret": formatNew, "confluent-legacy-api-secret": formatLegacy },
};

function formatNew(rule: Rule): string {
  return `
class ConfluentApiSecretDetector(RegexBasedDetector):
    """Prefix, length, alphabet, and a checksum that is right: overlapping, without boundaries."""

    secret_type = ${JSON.stringify(rule.title)}
    denylist = (re.compile(r"(?=(${rule.pattern}))"),)

    def analyze_string(self, string, **kwargs):
        for secret in super().analyze_string(string):
            if self.is_checksum_right(secret):
                yield secret

    @staticmethod
    def is_checksum_right(secret):
        checksum = crc32(secret[4:58].encode()).to_bytes(4, "little")
        return b64encode(checksum)[:6].decode() == secret[58:]
`;
}

function formatLegacy(rule: Rule): string {
  return `
class ConfluentLegacyApiSecretDetector(RegexBasedDetector):
    """64 characters without a prefix, with a key ID in the lines around them."""

    secret_type = ${JSON.stringify(rule.title)}
    denylist = (re.compile(r"(?<![A-Za-z0-9+/_.-])([A-Za-z0-9+/]{64})(?![A-Za-z0-9+/=_-]|\\.[A-Za-z0-9_-])"),)
    key_id = re.compile(r"(?<![A-Za-z0-9_])[A-Z2-7]{16}(?![A-Za-z0-9_])")
    no_secret = re.compile(r"${NOT_LEGACY.join("|")}")
    # A line of nothing but base64: of a PEM file, or of something long that was wrapped.
    wrapped = re.compile(r"\\s*[A-Za-z0-9+/]{20,}={0,2}\\s*|\\s*-----.*\\s*")

    def analyze_string(self, string, **kwargs):
        for secret in super().analyze_string(string):
            if len(set(secret)) > 24 and not self.no_secret.search(secret):
                yield secret

    def analyze_line(self, filename, line, line_number=0, context=None, **kwargs):
        lines = context.lines if context else [line]
        if "ENC[" in line or not any(self.key_id.search(one) for one in lines):
            return set()
        if context and self.wrapped.fullmatch(line) and self.is_in_block(context):
            return set()
        secrets = self.analyze_string(line)
        return {
            PotentialSecret(type=self.secret_type, filename=filename, secret=secret, line_number=line_number)
            for secret in secrets
        }

    def is_in_block(self, context):
        at = context.target_index
        beside = context.lines[max(0, at - 1) : at] + context.lines[at + 1 : at + 2]
        return any(self.wrapped.fullmatch(one) for one in beside)
`;
}
