import type { BytePath } from "../model/byte-path.ts";
import type { Arguments } from "./arguments.ts";

/** What a command is run with. */
export interface CommandContext {
  readonly args: Arguments;
  /** A positional argument as the bytes that it was. */
  readonly decode: (argument: string) => BytePath;
  /** A script that serves as a worker of a thread pool. */
  readonly workerScript: string;
}
