import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseArguments } from "../packages/cli/src/arguments/parse-arguments.ts";
import { commands } from "../packages/cli/src/options.ts";
import { findDaemons, openAsker, withScratchFolder } from "./conformance/daemon.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "packages/smtpd-conf/README.md",
  "packages/cli/README.md",
];
const { found, reason } = await findDaemons();
const daemon = found.find(({ release }) => release === "7.9");
if (daemon === undefined) console.log(`skipped: ${reason || "no smtpd 7.9"}; its answer in the README is not compared`);

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

test.each(documents)("the links of %s lead somewhere", (path) => {
  const targets = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
  const missing = targets.filter((target) => !existsSync(join(root, dirname(path), target)));
  expect(missing).toEqual([]);
});

test("the scripts that CONTRIBUTING.md names exist", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...read("CONTRIBUTING.md").matchAll(/`npm run ([\w-]+)/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("the manual has every option of the command, and no other", () => {
  const help = [["--help"], ...commands.map((command) => [command, "--help"])];
  const offered = new Set(help.flatMap(optionsIn));
  const described = [...read("packages/cli/README.md").matchAll(/^\| (`-.*?) \|/gm)].flatMap(
    ([, cell = ""]) => cell.match(/-[\w-]+/g) ?? [],
  );
  expect([...new Set(described.map((flag) => longNames[flag] ?? flag))].sort()).toEqual([...offered].sort());
});

const longNames: Readonly<Record<string, string>> = { "-D": "--define", "-o": "--output-file", "-q": "--quiet" };

/** The options that a help text names, each by its long name where it has one. */
function optionsIn(parameters: readonly string[]): readonly string[] {
  const shown = parseArguments(parameters);
  const help = shown.kind === "shown" ? shown.text : "";
  return [...help.matchAll(/^ {2}(-.*?)(?: {2}|$)/gm)].map(
    ([, flags = ""]) => flags.match(/--[\w-]+/g)?.[0] ?? flags.trim(),
  );
}

test.skipIf(daemon === undefined)("smtpd says of the first example what the README quotes", async () => {
  if (daemon === undefined) return;
  const quoted = /^\$ smtpd -n .*\n([\s\S]*?)^```$/m.exec(read("README.md"))?.[1];
  const { errors, other } = await withScratchFolder((folder) => {
    const asker = openAsker(daemon, folder, 1);
    return asker.ask(read("test/examples/first.conf")).finally(asker.close);
  });
  const lines = [...errors.map(([line, message]) => `first.conf:${line}: ${message}`), ...other];
  expect(quoted).toBe(`${lines.join("\n")}\n`);
});
