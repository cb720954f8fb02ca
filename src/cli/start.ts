import { EXIT } from "./exit-code.ts";
import { main } from "./main.ts";
import { printError } from "./streams.ts";

// Node itself would end with 1, which reads as findings.
process.on("uncaughtException", (error) => {
  printError(`cfltguard: internal error, please report it: ${error.stack ?? error.message}\n`);
  process.exit(EXIT.failure);
});
// Ending at once spares the wait for workers and for Node's own clearing up: all output is written by now, since
// src/cli/streams.ts returns when it is.
void main(process.argv.slice(2), `${__dirname}/worker.cjs`).then((code) => process.exit(code));
