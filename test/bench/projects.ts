import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesToLint } from "../../packages/cli/src/files-to-lint.ts";
import { type FormatName, formatNames } from "../../packages/cli/src/formats/format-names.ts";
import { openFormat } from "../../packages/cli/src/formats/open-format.ts";
import { type FileToLint, lintFile } from "../../packages/cli/src/lint-file.ts";
import { defaultOptions, type Options } from "../../packages/cli/src/options.ts";
import type { FileReport } from "../../packages/cli/src/report.ts";
import { ms, print } from "./figures.ts";
import { makeHostConfiguration } from "./make-configuration.ts";
import { type Command, median, medianRatio, timeCommand, timeInTurn } from "./measure.ts";

const files = 1000;
const lines = 100;
const rounds = 5;

/** A repository of many configurations: what settings and formats add, and the command against the daemon run on each. */
export async function benchProjects(folder: string, linter: Command, daemon: string | undefined): Promise<void> {
  const paths = makeRepository(folder);
  await benchFormats(paths);
  benchCommand(folder, paths, linter, daemon);
}

/** A folder for each ten hosts, each ten with settings of their own. */
function makeRepository(folder: string): readonly string[] {
  const paths = Array.from({ length: files }, (_, n) =>
    join(folder, `site${Math.floor(n / 10)}`, `host${n}/smtpd.conf`),
  );
  paths.forEach((path, seed) => {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, makeHostConfiguration(lines, seed));
    if (seed % 10 === 0) writeFileSync(join(path, "../../.smtpd-lintrc.json"), settingsText);
  });
  return paths;
}

const settingsText = JSON.stringify({
  target: "7.6",
  preset: "recommended",
  rules: { "unused-table": "error", "secret-in-config": "hint", "missing-postmaster": "off" },
  overrides: [
    { files: ["**/host1*/**"], target: "7.9" },
    { files: ["**/host2*/**"], rules: { "unused-action": "off" } },
  ],
});

/** Times in milliseconds of linting alone, then of settings and each format on top, all in this process. */
async function benchFormats(paths: readonly string[]): Promise<void> {
  const [plain, settled] = [options(paths, false), options(paths, true)];
  const figures = new Map<string, number[]>();
  const note = (name: string, time: number) => figures.set(name, [...(figures.get(name) ?? []), time]);
  for (let round = 0; round <= rounds; round++) {
    const [found, withoutSettings] = await timed(() => chosen(plain));
    const [, withSettings] = await timed(() => chosen(settled));
    const [reports, linting] = await timed(() => lintEach(found));
    const times = [
      ["lint", linting],
      ["settings", withSettings - withoutSettings],
    ] as const;
    // The first round only warms up.
    for (const [name, time] of round === 0 ? [] : times) note(name, time);
    for (const name of formatNames) {
      const [, time] = await timed(() => formatAll(name, reports, plain));
      if (round > 0) note(name, time);
    }
  }
  const alone = figures.get("lint") ?? [];
  print(`${files} files of ${lines} lines, linting alone`, ms(median(alone)));
  for (const name of ["settings", ...formatNames]) {
    print(
      `… and ${name}`,
      `+ ${(100 * medianRatio(figures.get(name) ?? [], alone)).toFixed(1)} %`,
      "≤ 10 %, both together",
    );
  }
}

function options(paths: readonly string[], settings: boolean): Options {
  return { ...defaultOptions, files: paths, settingsFile: settings ? { kind: "nearest" } : { kind: "none" } };
}

async function chosen(given: Options): Promise<readonly FileToLint[]> {
  const found = await filesToLint(given);
  if ("complaint" in found) throw new Error(found.complaint);
  return found.files;
}

async function lintEach(found: readonly FileToLint[]): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of found) reports.push(await lintFile(file, undefined));
  return reports;
}

async function formatAll(format: FormatName, reports: readonly FileReport[], given: Options): Promise<void> {
  const opened = await openFormat({ ...given, format, color: "never" }, { write: () => {}, flush: () => {} });
  for (const report of reports) opened.file(report);
  opened.end();
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [result: T, milliseconds: number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

/** One run of the command over all files, against the daemon run once for each. */
function benchCommand(folder: string, paths: readonly string[], linter: Command, daemon: string | undefined): void {
  const commands: readonly Command[] = [
    [...linter, "--no-config", "-n", folder],
    [...linter, "--no-config", "--quiet", folder],
  ];
  const [verdicts = [], advice = []] = timeInTurn(commands, rounds);
  const figures = { "verdicts alone (-n)": verdicts, "with the recommended rules": advice };
  if (daemon === undefined) return;
  const theirs = Array.from({ length: rounds }, () =>
    sum(paths.map((path) => timeCommand([daemon, "-n", "-f", path]))),
  );
  for (const [name, times] of Object.entries(figures)) {
    const ratio = medianRatio(theirs, times).toFixed(1);
    print(
      `${files} files, smtpd 7.9 : us, ${name}`,
      `${ms(median(theirs))} : ${ms(median(times))} = ${ratio} ×`,
      "≥ 10 ×",
    );
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
