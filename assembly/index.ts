export { findCandidates, countNewlines, measureUtf8 } from "./kernel";
export { resetLineHash, pushLineHash, endLineHash } from "./line-hash";
