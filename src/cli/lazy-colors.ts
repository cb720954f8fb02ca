import { createColors } from "picocolors";
import type { Palette } from "../report/text.ts";

/** Colours, loaded for those who want them: picocolors asks what standard output is, which loads half of Node. */
export const COLORS: Palette = createColors(true);
