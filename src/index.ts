export { isSecret, scanBytes, scanFile, scanStream, type Bytes, type ScanOptions } from "./library.ts";
export type { Report, ReportFinding, ReportOccurrence, ReportSkip } from "./report/json.ts";
