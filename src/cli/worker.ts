import { parentPort, workerData } from "node:worker_threads";
import { serveTasks, type WorkerSetup } from "../thread-pool.ts";

// The entry of a worker: a bundle of its own, so that neither the command nor a worker loads the other's part.
if (parentPort !== null) {
  serveTasks(workerData as WorkerSetup, parentPort, () => import("./lazy-containers.ts"));
}
