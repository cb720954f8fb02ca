/** The text report, loaded when there is something to tell, or while git is at work. */
export { formatText, NO_COLORS } from "../report/text.ts";
