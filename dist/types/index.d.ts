export { isSecret, scanBytes, scanFile, scanStream, type Bytes, type ScanOptions } from "./library.js";
export type { Report, ReportFinding, ReportOccurrence, ReportSkip } from "./report/json.js";
