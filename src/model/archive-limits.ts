/** How far archives are followed. */
export interface ArchiveLimits {
  /** Containers inside each other; 0 opens none. */
  readonly depth: number;
  /** Bytes expanded, for each file. */
  readonly bytes: number;
  /** Bytes expanded for each byte read, once they are more than 10 MiB. */
  readonly ratio: number;
  /** Members, for each file, those of archives in archives included. */
  readonly members: number;
}

/** The defaults of the options `--max-archive-*`, which the library has as well. */
export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = {
  depth: 5,
  bytes: 2 * 1024 ** 3,
  ratio: 1000,
  members: 1_000_000,
};
