/** The text report, loaded when there is something to tell: colours ask what standard output is, which takes a while. */
export { formatText } from "../report/text.ts";
