import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeAtomically } from "../../packages/cli/src/host/write-atomically.ts";
import { createRandom, integer, type Random } from "../conformance/random.ts";
import { checkout, prepareCommand, program } from "./command.ts";

const root = mkdtempSync(join(tmpdir(), "smtpd-lint-killed-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(prepareCommand);

const leftover = /^\.smtpd-lint-\d+-[0-9a-f]{12}\.tmp$/;

/** Starts Node on a program, and kills it so many milliseconds after something has come true, unless it has ended by then. */
async function killed(
  parameters: readonly string[],
  isTime: (output: string) => boolean,
  milliseconds: number,
): Promise<void> {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (piece) => {
    output += piece;
  });
  const ended = once(child, "exit");
  while (child.exitCode === null && !isTime(output)) await sleep(1);
  await sleep(milliseconds);
  child.kill("SIGKILL");
  await ended;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The names in a folder besides some. */
function othersIn(folder: string, names: readonly string[]): readonly string[] {
  return readdirSync(folder).filter((name) => !names.includes(name));
}

/** Random numbers of a seed; when a process is killed is a matter of the machine all the same. */
const random: Random = createRandom(2026);

test("a file that a process was killed over has all of one text", { timeout: 300_000 }, async () => {
  const writer = join(root, "writer.cjs");
  const entryPoints = [join(checkout, "test/fixes/write-over-and-over.ts")];
  buildSync({ entryPoints, bundle: true, platform: "node", format: "cjs", outfile: writer });
  const folder = join(root, "written");
  mkdirSync(folder);
  const sizes = { small: 200, large: 2_000_000 };
  const names = Object.keys(sizes);
  for (const [name, size] of Object.entries(sizes)) writeFileSync(join(folder, name), "a".repeat(size));
  const parameters = [writer, ...Object.entries(sizes).flatMap(([name, size]) => [join(folder, name), String(size)])];
  let leftovers = 0;
  for (let times = 0; times < 120; times++) {
    await killed(parameters, (output) => output !== "", integer(random, 0, 30));
    for (const [name, size] of Object.entries(sizes)) {
      const text = readFileSync(join(folder, name), "latin1");
      // Not with expect: what is shown of a text of two million letters helps nobody.
      if (text !== text.charAt(0).repeat(size))
        throw new Error(`${name} has ${text.length} of ${size} letters, or mixed ones`);
    }
    const others = othersIn(folder, names);
    expect(others.filter((name) => !leftover.test(name))).toEqual([]);
    leftovers += others.length;
  }
  // Or nobody was killed in the middle of writing.
  expect(leftovers).toBeGreaterThan(0);
  writeAtomically(join(folder, "small"), "");
  expect(othersIn(folder, names)).toEqual([]);
});

test("--fix leaves each file as it was or fixed", { timeout: 300_000 }, async () => {
  const folder = join(root, "fixed");
  mkdirSync(folder);
  const names = Array.from({ length: 12 }, (_, index) => `${index}.conf`);
  const rest = 'action "a" mbox\nmatch for local action "a"\n';
  const texts = names.map((_, index) => `LISTEN on lo\n${`# ${"x".repeat(70)}\n`.repeat(index * 200)}${rest}`);
  const counts = { old: 0, fixed: 0 };
  for (let times = 0; times < 40; times++) {
    names.forEach((name, index) => {
      writeFileSync(join(folder, name), texts[index] ?? "");
    });
    const paths = names.map((name) => join(folder, name));
    const watched = paths[integer(random, 0, paths.length - 1)] ?? "";
    const { ino } = statSync(watched);
    await killed(
      [program, "--no-config", "--fix", ...paths],
      () => statSync(watched).ino !== ino,
      integer(random, 0, 5),
    );
    names.forEach((name, index) => {
      const [text, was] = [readFileSync(join(folder, name), "utf8"), texts[index] ?? ""];
      const kind = text === was ? "old" : text === was.replace("LISTEN", "listen") ? "fixed" : undefined;
      if (kind === undefined) throw new Error(`${name} is neither the old one nor the fixed one`);
      counts[kind]++;
    });
    expect(othersIn(folder, names).filter((name) => !leftover.test(name))).toEqual([]);
  }
  expect(Math.min(counts.old, counts.fixed)).toBeGreaterThan(0);
});
