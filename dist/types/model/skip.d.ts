import type { BytePath } from "./byte-path.js";
/**
 * Why an input was not read, and whether the scan is still complete.
 * Source: the skip table in README.md ("What it did not read").
 */
export declare const SKIP_REASONS: {
    readonly symlink: {
        readonly isFailure: false;
    };
    readonly "special-file": {
        readonly isFailure: false;
    };
    readonly excluded: {
        readonly isFailure: false;
    };
    readonly submodule: {
        readonly isFailure: false;
    };
    readonly opaque: {
        readonly isFailure: false;
    };
    readonly unreadable: {
        readonly isFailure: true;
    };
    readonly vanished: {
        readonly isFailure: true;
    };
    readonly "bound-exceeded": {
        readonly isFailure: true;
    };
    readonly "missing-object": {
        readonly isFailure: true;
    };
    readonly "corrupt-object": {
        readonly isFailure: true;
    };
    readonly "worker-lost": {
        readonly isFailure: true;
    };
};
/** A reason's name in every report. */
export type SkipReason = keyof typeof SKIP_REASONS;
/** An input that was not read. What was not read is not clean. */
export interface Skip {
    readonly path: BytePath;
    readonly reason: SkipReason;
    /** The system's or git's own word for it, such as `EACCES`. */
    readonly detail: string;
}
/** Whether this skip leaves the scan incomplete. */
export declare function isFailure(skip: Skip): boolean;
