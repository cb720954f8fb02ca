import { TOML_LOSSES, TOML_OPENING, TOML_RULES } from "./gitleaks.ts";
import type { Scanner } from "./scanner.ts";

/**
 * Betterleaks, which reads Gitleaks' rules and turns their entropy and allowlists into filters of its own.
 *
 * No filter is written here: its language is CEL up to 1.5 and Expr from 1.6, and what computes a checksum in one
 * does not load in the other. Source: betterleaks 1.4.0 and 1.7.0, docs/config.md, config/translate_filters.go.
 */
export const BETTERLEAKS: Scanner = {
  name: "Betterleaks 1.0 or newer",
  usage: [
    "betterleaks dir --config THIS-FILE .       (or git, stdin)",
    "As the repository's .betterleaks.toml it is used without being named.",
    "To use it alone, take out the section [extend].",
  ],
  losses: TOML_LOSSES,
  comment: "# ",
  opening: TOML_OPENING,
  rules: TOML_RULES,
};
