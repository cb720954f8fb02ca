export { findLeads } from "./leads";
export { useScratch, scratchBytes, workBytes } from "./coded";
export { countNewlines, measureUtf8 } from "./text";
export { resetLineHash, pushLineHash, endLineHash } from "./line-hash";
