// Measures what a user waits for, as ratios within one run: npm run bench [-- start throughput rules daemon servers …]
// Behind "servers" can stand the sizes of texts to ask about, in lines, and "memory": npm run bench -- servers 1000 memory
// The goals beside the figures are goals: nothing fails here.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import { mb, ms, print } from "./figures.ts";
import { makeConfiguration, makeGarbage, makeNames, makeUnclosedQuote } from "./make-configuration.ts";
import { makeVariedConfiguration } from "./make-varied-configuration.ts";
import {
  type Command,
  median,
  medianRatio,
  peakMemory,
  timeCommand,
  timeFunction,
  timeFunctionsInTurn,
  timeInTurn,
} from "./measure.ts";
import { benchProjects } from "./projects.ts";
import { benchServers, isServersChoice } from "./servers.ts";

const seed = 7;
const linter: Command = [process.execPath, resolve("packages/cli/bin/smtpd-lint.cjs")];
const folder = mkdtempSync(join(tmpdir(), "smtpd-lint-bench-"));

const words = process.argv.slice(2);

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  start: benchStart,
  throughput: benchThroughput,
  rules: benchRules,
  daemon: benchDaemon,
  growth: benchGrowth,
  tables: benchTables,
  projects: () => benchProjects(join(folder, "projects"), linter, daemonProgram()),
  servers: () => benchServers(words.filter(isServersChoice)),
};

function writeFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The command on a small file against the least that Node can do. */
function benchStart(): void {
  const file = writeFile("30.conf", makeConfiguration(30, seed));
  const [base = [], plain = [], drop = []] = timeInTurn(
    [
      [process.execPath, "-e", "0"],
      [...linter, file],
      [...linter, "-n", file],
    ],
    31,
  );
  const figure = (times: readonly number[]) =>
    `${ms(median(times))}, ${medianRatio(times, base).toFixed(2)} × node -e 0`;
  print("30 lines, smtpd-lint FILE", `${figure(plain)} (${ms(median(base))})`, "≤ 2.0 ×");
  print("30 lines, smtpd-lint -n FILE", figure(drop));
}

/** From text to model with all checks, when the engine knows the code. */
function benchThroughput(): void {
  const text = textOfSize(1_000_000);
  const time = timeFunction(() => lint({ path: "1MB.conf", text, rules: { preset: "none" } }), 21);
  print("1 MB, warm, all checks", `${(text.length / 1000 / time).toFixed(1)} MB/s (${ms(time)})`, "≥ 20 MB/s");
}

function textOfSize(bytes: number): string {
  const sample = makeConfiguration(1000, seed);
  return makeConfiguration(Math.round((1000 * bytes) / sample.length), seed);
}

/** The rules against parsing and checking alone, when the engine knows the code. */
function benchRules(): void {
  const makers = { "large and plain": makeConfiguration, "of a provider": makeVariedConfiguration };
  const sizes = [
    [100, 101],
    [1000, 31],
    [10_000, 7],
    [100_000, 3],
  ] as const;
  for (const [name, make] of Object.entries(makers)) {
    for (const [lines, rounds] of sizes) compareRules(name, make(lines, seed), lines, rounds);
  }
}

function compareRules(name: string, text: string, lines: number, rounds: number): void {
  const presets = ["none", "recommended", "all"] as const;
  const runs = presets.map((preset) => () => lint({ path: `${lines}.conf`, text, rules: { preset } }));
  const [none = [], recommended = [], all = []] = timeFunctionsInTurn(runs, rounds);
  const figures = `all : none = ${medianRatio(all, none).toFixed(2)} ×, recommended : none = ${medianRatio(recommended, none).toFixed(2)} ×`;
  print(`${lines.toLocaleString("en")} lines, ${name}`, `${figures} (${ms(median(none))})`, "< 2 ×");
}

/** The daemon of 7.9; undefined, with a word about it, where there is none. */
function daemonProgram(): string | undefined {
  const program = join(process.env["SMTPD_DAEMONS"] ?? resolve(".cache/daemons"), "7.9/smtpd");
  if (existsSync(program)) return program;
  console.log("smtpd 7.9: skipped, test/conformance/unpack-daemons.sh .cache/daemons has not been run");
  return undefined;
}

/** The command against the daemon of 7.9 on the same files. */
async function benchDaemon(): Promise<void> {
  const program = daemonProgram();
  if (program === undefined) return;
  const goals = new Map([
    [10_000, "≤ 2 × the time"],
    [100_000, "< 1 × the time, less memory"],
  ]);
  for (const lines of [1000, 10_000, 100_000]) await compareWithDaemon([program, "-n", "-f"], lines, goals.get(lines));
}

async function compareWithDaemon(daemon: Command, lines: number, goal: string | undefined): Promise<void> {
  const file = writeFile(`${lines}.conf`, makeConfiguration(lines, seed));
  const commands: readonly [Command, Command] = [
    [...daemon, file],
    [...linter, "-n", file],
  ];
  const [theirs = [], ours = []] = timeInTurn(commands, lines < 50_000 ? 15 : 7);
  const memory = [await peakMemory(commands[0]), await peakMemory(commands[1])] as const;
  const time = `${ms(median(ours))} : ${ms(median(theirs))} = ${medianRatio(ours, theirs).toFixed(2)} ×`;
  const peak =
    memory[0] && memory[1] ? `, ${mb(memory[1])} : ${mb(memory[0])} = ${(memory[1] / memory[0]).toFixed(2)} ×` : "";
  print(`${lines.toLocaleString("en")} lines, us : smtpd 7.9`, time + peak, goal);
}

/** Time for once, twice and four times as much of what could be slow. */
function benchGrowth(): void {
  const makers: Readonly<Record<string, (factor: number) => string>> = {
    "valid lines, 20,000": (factor) => makeConfiguration(20_000 * factor, seed),
    "lines of a provider, 5,000": (factor) => makeVariedConfiguration(5000 * factor, seed),
    "garbage, 20,000 lines": (factor) => makeGarbage(20_000 * factor),
    "open quote before 20,000 lines": (factor) => makeUnclosedQuote(20_000 * factor, seed),
    "10,000 names, defined and used": (factor) => makeNames(10_000 * factor),
  };
  for (const [name, make] of Object.entries(makers)) {
    const times = [1, 2, 4].map((factor) => {
      const text = make(factor);
      return timeFunction(() => lint({ path: name, text, rules: { preset: "all" } }), 5);
    });
    const [once = 0, twice = 0, fourTimes = 0] = times;
    const growth = `${(twice / once).toFixed(2)} × for 2 ×, ${(fourTimes / once).toFixed(2)} × for 4 ×`;
    print(`growth: ${name}`, `${ms(once)}; ${growth}`, "≤ 2 ×, ≤ 4 ×");
  }
}

/** The command on a configuration whose virtual table and userbase are files of a million lines each. */
async function benchTables(): Promise<void> {
  const lines = 1_000_000;
  const addresses = writeFile(
    "addresses",
    makeLines(lines, (n) => `user${n}@c${n % 1000}.example: user${n}, copies`),
  );
  const users = writeFile(
    "users",
    makeLines(lines, (n) => `user${n} 1000:1000:/var/vmail/user${n}`),
  );
  const text = [
    `table "addresses" "${addresses}"`,
    `table "users" "${users}"`,
    'action "in" maildir userbase <users> virtual <addresses>',
    'match from any for any action "in"',
  ];
  const file = writeFile("tables.conf", `${text.join("\n")}\n`);
  const time = timeCommand([...linter, "--host", file]);
  const peak = await peakMemory([...linter, "--host", file]);
  const memory = peak === undefined ? "" : `, ${mb(peak)}`;
  print("2 tables of 1,000,000 lines, --host", `${ms(time)}${memory}`, "≤ 15 s, ≤ 300 MB");
}

function makeLines(lines: number, make: (number: number) => string): string {
  return `${Array.from({ length: lines }, (_, number) => make(number)).join("\n")}\n`;
}

const wanted = words.filter((word) => !isServersChoice(word));
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`no part "${unknown[0]}"; there are ${Object.keys(parts).join(", ")}`);
if (wanted.length < words.length && !wanted.includes("servers"))
  throw new Error("sizes, memory and ours go with servers");
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
try {
  for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run();
} finally {
  rmSync(folder, { recursive: true });
}
