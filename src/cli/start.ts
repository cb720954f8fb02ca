import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { serveTasks, type WorkerSetup } from "../thread-pool.ts";
import { EXIT } from "./exit-code.ts";
import { main } from "./main.ts";
import { printError } from "./streams.ts";

/** The entry of the bundle: the command on the main thread, a worker of its pool on any other. */
if (isMainThread || parentPort === null) {
  // Node itself would end with 1, which reads as findings.
  process.on("uncaughtException", (error) => {
    printError(`cfltguard: internal error, please report it: ${error.stack ?? error.message}\n`);
    process.exit(EXIT.failure);
  });
  void main(process.argv.slice(2), __filename).then((code) => {
    process.exitCode = code;
  });
} else {
  serveTasks(workerData as WorkerSetup, parentPort);
}
