import { type ChildProcess, fork } from "node:child_process";
import { type Measured, nothing } from "./measure";
import type { Report, Task } from "./worker";

/** Both cores of a small machine. */
const workers = 2;
const filesPerTask = 50;
/** A file that takes longer is taken for a hang. In milliseconds. */
const patience = 60_000;

/** Measures all files in worker processes; a file that hangs or ends its process costs no other file. */
export async function measureAll(program: string, folder: string, files: readonly string[]): Promise<Measured[]> {
  const queue: Task[] = [];
  for (let at = 0; at < files.length; at += filesPerTask) {
    queue.push({ folder, files: files.slice(at, at + filesPerTask) });
  }
  const results: Measured[] = [];
  const count = Math.min(workers, queue.length);
  await Promise.all(Array.from({ length: count }, () => serve(program, queue, results)));
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Takes tasks until there are none, with a new process whenever one is lost. */
async function serve(program: string, queue: Task[], results: Measured[]): Promise<void> {
  let child: ChildProcess | undefined;
  for (let task = queue.shift(); task; task = queue.shift()) {
    child ??= fork(program, ["--worker"]);
    const answer = await ask(child, task);
    if ("results" in answer) {
      results.push(...answer.results);
      continue;
    }
    child.kill("SIGKILL");
    child = undefined;
    const { lost, crash } = answer;
    results.push({ ...nothing, file: lost, crash });
    const rest = task.files.filter((file) => file !== lost);
    if (rest.length > 0) queue.unshift({ ...task, files: rest });
  }
  child?.disconnect();
}

type Answer = { results: readonly Measured[] } | { lost: string; crash: string };

function ask(child: ChildProcess, task: Task): Promise<Answer> {
  return new Promise((resolve) => {
    let current = task.files[0] ?? "";
    let timer = setTimeout(() => {}, 0);
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      child.off("message", hear).off("exit", end);
      resolve(answer);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => finish({ lost: current, crash: `hang: no end within ${patience / 1000} s` }), patience);
    };
    const hear = (report: Report) => {
      if ("results" in report) return finish(report);
      current = report.begin;
      wait();
    };
    const end = (code: number | null, signal: string | null) =>
      finish({ lost: current, crash: `the process ended with ${signal ?? code}` });
    child.on("message", hear).on("exit", end);
    wait();
    child.send(task);
  });
}
