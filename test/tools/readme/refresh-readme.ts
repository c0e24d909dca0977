import { spawnSync } from "node:child_process";
import { checks } from "../../../packages/smtpd-conf/src/linter/checks.ts";

const checksFolder = "packages/smtpd-conf/src/linter/checks";

/** The README with its generated blocks, each between `<!-- NAME -->` and `<!-- /NAME -->`, as they should be. */
export function refreshReadme(current: string): string {
  const blocks = { first: commandOutput("test/examples/first.conf"), checks: checksTable() };
  return Object.entries(blocks).reduce((text, [name, content]) => replaceBlock(text, name, content), current);
}

function replaceBlock(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no block "${name}"`);
  return `${text.slice(0, start + open.length)}${content}\n${text.slice(end)}`;
}

/** What the command of this checkout says of a file; it is bundled first, so that it is not what an older one said. */
function commandOutput(file: string): string {
  run("packages/cli/bundle.mjs");
  const output = run("packages/cli/bin/smtpd-lint.cjs", "--color", "never", file);
  return ["```console", `$ npx smtpd-lint ${file}`, output.trimEnd(), "```"].join("\n");
}

function run(program: string, ...argumentList: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [program, ...argumentList], { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (stderr.includes("Error:")) throw new Error(stderr);
  return stdout;
}

function checksTable(): string {
  const rows = checks.map(
    ({ code, summary }) => `| [${code}](${checksFolder}/${code}.md) | ${summary.replaceAll("|", "\\|")} |`,
  );
  return ["| code | what smtpd refuses |", "| --- | --- |", ...rows].join("\n");
}
