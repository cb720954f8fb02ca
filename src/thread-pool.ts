import type { MessagePort, Worker } from "node:worker_threads";
import { asBytePath, type BytePath } from "./model/byte-path.ts";
import type { Sighting } from "./model/match.ts";
import { errorCode } from "./model/errors.ts";
import { Secret } from "./model/secret.ts";
import {
  createFilesReport,
  scanContainers,
  scanFiles,
  scanSegment,
  type ContainerFile,
  type ContainerScanner,
  type ContainersReport,
  type FilesOptions,
  type FilesReport,
  type Segment,
  type SegmentReport,
} from "./scan-files.ts";
import type { FileBatch } from "./sources/source.ts";

/** Work for a thread. */
export type Task =
  | { readonly kind: "files"; readonly batch: FileBatch }
  | { readonly kind: "segment"; readonly segment: Segment }
  | { readonly kind: "containers"; readonly files: readonly ContainerFile[] };

/** What a thread says of a task. */
export type TaskReport =
  | { readonly kind: "files"; readonly report: FilesReport }
  | { readonly kind: "segment"; readonly report: SegmentReport }
  | { readonly kind: "containers"; readonly report: ContainersReport };

/** What a worker is started with. */
export interface WorkerSetup {
  readonly role: "cfltguard-worker";
  readonly options: FilesOptions;
  /** One counter: how many tasks this worker has done. Read by the main thread without waiting for a message. */
  readonly done: Int32Array;
}

/** Tasks that may wait at a worker: enough that it never starves, few enough that the end is shared evenly. */
const MAX_WAITING = 3;

/**
 * A worker's garbage dies young, and most of its memory was room for more of it: 2 MB keep 8 threads
 * 16 MB smaller, at the same speed. Source: bench/DEAD-ENDS.md
 */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 2 };

/** A task on its way: one string is copied many times faster than a list. No path holds a NUL. */
type WireTask =
  | { readonly paths: string; readonly followsLinks: boolean }
  | { readonly segment: Segment }
  | { readonly files: readonly ContainerFile[] };

/** Carries a sighting between threads, where a `Secret` would not survive. */
interface WireSighting extends Omit<Sighting, "secret"> {
  readonly secret: string;
}

/** Does a task on this thread. `scanner` opens containers: who has one to open has loaded it. */
export function doTask(task: Task, options: FilesOptions, scanner: ContainerScanner | null = null): TaskReport {
  switch (task.kind) {
    case "files": {
      const report = createFilesReport();
      scanFiles(task.batch, options, report);
      return { kind: "files", report };
    }
    case "segment":
      return { kind: "segment", report: scanSegment(task.segment, options.detection) };
    case "containers": {
      const { archives, detection } = options;
      if (archives === undefined || scanner === null) throw new Error("containers, and nothing that opens them");
      return { kind: "containers", report: scanContainers(task.files, archives, scanner, detection) };
    }
  }
}

/**
 * The other side of a `ThreadPool`: does tasks as they come, until told to stop. What opens containers is loaded with
 * the first of them; all that came before it is done by then, so that reports keep the order of their tasks.
 */
export function serveTasks(setup: WorkerSetup, port: MessagePort, loadScanner: () => Promise<ContainerScanner>): void {
  const answer = (report: TaskReport): void => {
    port.postMessage(reportToWire(report));
    Atomics.add(setup.done, 0, 1);
  };
  const open = async (task: Task): Promise<void> => answer(doTask(task, setup.options, await loadScanner()));
  port.on("message", (wire: WireTask | null) => {
    const task = wire === null ? null : taskFromWire(wire);
    if (task === null) port.close();
    else if (task.kind === "containers") void open(task);
    else answer(doTask(task, setup.options));
  });
}

/**
 * Threads beside the main one, for work that the main thread shares.
 *
 * The main thread is busy scanning too, so it never waits for a message to learn who is free: each
 * worker counts what it has done in shared memory. Reports are collected when `drain` is awaited.
 */
export class ThreadPool {
  readonly #members: Member[] = [];

  /**
   * `script` is a CommonJS file that calls `serveTasks` when its `workerData` is a `WorkerSetup`.
   * Fewer threads than `count`, or none, where the system gives no more.
   */
  constructor(script: string, count: number, options: FilesOptions) {
    try {
      while (this.#members.length < count) this.#members.push(new Member(script, options));
    } catch (error) {
      if (errorCode(error) !== "ERR_WORKER_INIT_FAILED") throw error;
    }
  }

  /** Hands the task to a worker that has little waiting; `false` if there is none. */
  offer(task: Task): boolean {
    const member = this.#members.find((candidate) => candidate.isFree);
    member?.post(task);
    return member !== undefined;
  }

  /** Waits until every task is done or its worker is lost; gives reports since the last time, and the lost tasks. */
  async drain(): Promise<{ reports: TaskReport[]; lost: LostTask[] }> {
    await Promise.all(this.#members.map((member) => member.idle()));
    return {
      reports: this.#members.flatMap((member) => member.takeReports()),
      lost: this.#members.flatMap((member) => member.takeLost()),
    };
  }

  /** Lets the workers end. */
  stop(): void {
    for (const member of this.#members) member.stop();
  }
}

/** Work that died with its worker. */
export interface LostTask {
  readonly paths: readonly BytePath[];
  readonly detail: string;
}

class Member {
  readonly #worker: Worker;
  readonly #done = new Int32Array(new SharedArrayBuffer(4));
  /** Posted and not yet reported, oldest first. */
  #waiting: Task[] = [];
  #posted = 0;
  #reports: TaskReport[] = [];
  #failure: string | null = null;
  #wake: () => void = () => undefined;

  constructor(script: string, options: FilesOptions) {
    const setup: WorkerSetup = { role: "cfltguard-worker", options, done: this.#done };
    // Fetched when a worker is wanted: loading it costs a twentieth of a Node start, and small scans want none.
    const threads = process.getBuiltinModule("node:worker_threads");
    this.#worker = new threads.Worker(script, { workerData: setup, resourceLimits: WORKER_LIMITS });
    this.#worker.on("message", (report: TaskReport) => {
      this.#reports.push(reportFromWire(report));
      this.#waiting.shift();
      this.#wake();
    });
    this.#worker.on("error", (error) => this.#fail(error.message));
    this.#worker.on("exit", (code) => this.#fail(`worker ended with ${code}`));
  }

  get isFree(): boolean {
    return this.#failure === null && this.#posted - Atomics.load(this.#done, 0) < MAX_WAITING;
  }

  post(task: Task): void {
    this.#posted++;
    this.#waiting.push(task);
    this.#worker.postMessage(taskToWire(task));
  }

  async idle(): Promise<void> {
    while (this.#waiting.length > 0 && this.#failure === null) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  takeReports(): TaskReport[] {
    const reports = this.#reports;
    this.#reports = [];
    return reports;
  }

  takeLost(): LostTask[] {
    const detail = this.#failure;
    if (detail === null) return [];
    const lost = this.#waiting.map((task) => ({ paths: pathsOf(task), detail }));
    this.#waiting = [];
    return lost;
  }

  stop(): void {
    if (this.#failure === null) this.#worker.postMessage(null);
  }

  #fail(detail: string): void {
    this.#failure ??= detail;
    this.#wake();
  }
}

function pathsOf(task: Task): BytePath[] {
  switch (task.kind) {
    case "files":
      return [...task.batch.paths];
    case "segment":
      return [task.segment.file.path];
    case "containers":
      return task.files.map((file) => file.path);
  }
}

function taskToWire(task: Task): WireTask {
  if (task.kind === "segment") return { segment: task.segment };
  if (task.kind === "containers") return { files: task.files };
  return { paths: task.batch.paths.join("\0"), followsLinks: task.batch.followsLinks };
}

function taskFromWire(wire: WireTask): Task {
  if ("segment" in wire) return { kind: "segment", segment: wire.segment };
  if ("files" in wire) return { kind: "containers", files: wire.files };
  const paths = wire.paths.split("\0").map(asBytePath);
  return { kind: "files", batch: { paths, followsLinks: wire.followsLinks } };
}

function reportToWire(report: TaskReport): unknown {
  const sightings = report.report.sightings.map((one): WireSighting => ({ ...one, secret: one.secret.toThread() }));
  return { ...report, report: { ...report.report, sightings } };
}

function reportFromWire(wire: TaskReport): TaskReport {
  const sightings = (wire.report.sightings as unknown as WireSighting[]).map((one): Sighting => ({
    ...one,
    secret: new Secret(one.secret),
  }));
  return { ...wire, report: { ...wire.report, sightings } } as TaskReport;
}
