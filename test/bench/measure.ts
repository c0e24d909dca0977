import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A program with its arguments. */
export type Command = readonly [program: string, ...argumentList: string[]];

// Where NODE_EXTRA_CA_CERTS is set, Node 20 reads that file at every start, which would hide what we want to see.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** Milliseconds from the start of a command to its end; its output is thrown away. */
export function timeCommand([program, ...argumentList]: Command): number {
  const start = performance.now();
  const { error } = spawnSync(program, argumentList, { env: environment, stdio: "ignore" });
  const time = performance.now() - start;
  if (error !== undefined) throw error;
  return time;
}

/** Times of several commands, run in turn so that a busy machine disturbs all of them alike; one round to warm up. */
export function timeInTurn(commands: readonly Command[], rounds: number): readonly (readonly number[])[] {
  for (const command of commands) timeCommand(command);
  const times: number[][] = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) times[index]?.push(timeCommand(command));
  }
  return times;
}

/** The most memory that a command had, in bytes, by `VmHWM` of /proc, which is read until it ends; undefined elsewhere. */
export async function peakMemory([program, ...argumentList]: Command): Promise<number | undefined> {
  const child = spawn(program, argumentList, { env: environment, stdio: "ignore" });
  const ended = new Promise<void>((resolve, reject) => child.on("error", reject).on("exit", () => resolve()));
  let running = true;
  void ended.finally(() => (running = false)).catch(() => {});
  let peak: number | undefined;
  while (running) {
    peak = memoryOf(child.pid, "VmHWM") ?? peak;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await ended;
  return peak;
}

/** What a process has in memory now, or had at the most (`VmHWM`), in bytes by /proc; undefined without either of the two. */
export function memoryOf(pid: number | undefined, field: "VmRSS" | "VmHWM" = "VmRSS"): number | undefined {
  try {
    const kilobytes = new RegExp(`^${field}:\\s*(\\d+) kB$`, "m").exec(
      readFileSync(`/proc/${pid}/status`, "latin1"),
    )?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Milliseconds that a function takes once the engine knows it: the median of `rounds` calls after two to warm up. */
export function timeFunction(work: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds + 2 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times.slice(2));
}

/** Milliseconds that functions take, called in turn so that a busy machine disturbs all alike; one round to warm up. */
export function timeFunctionsInTurn(
  functions: readonly (() => unknown)[],
  rounds: number,
): readonly (readonly number[])[] {
  for (const work of functions) work();
  const times: number[][] = functions.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of functions.entries()) {
      const start = performance.now();
      work();
      times[index]?.push(performance.now() - start);
    }
  }
  return times;
}

/** The middle one of the numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("no numbers");
  return (low + high) / 2;
}

/** The median of a ratio taken round by round. */
export function medianRatio(times: readonly number[], base: readonly number[]): number {
  return median(times.map((time, round) => time / (base[round] as number)));
}
