/** How sure a finding is. */
export type Confidence = "proven" | "likely" | "possible";
