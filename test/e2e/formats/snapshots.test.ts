import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkout, prepareCommand, runCommand } from "../command.ts";

const folder = join(checkout, "test/examples/formats/");

const { version } = JSON.parse(readFileSync(join(checkout, "packages/cli/package.json"), "utf8")) as {
  version: string;
};

beforeAll(prepareCommand);

/** What the command says of the example, without what changes with every release and with the pages of rules. */
function outputFor(format: string): string {
  const { stdout } = runCommand(["--rules", "all", "--format", format, "smtpd.conf"], { cwd: folder });
  return stdout.replaceAll(version, "X.Y.Z");
}

test.each([
  ["github", "smtpd.github"],
  ["junit", "smtpd.junit.xml"],
  ["checkstyle", "smtpd.checkstyle.xml"],
  ["unix", "smtpd.unix"],
])("%s", async (format, name) => {
  await expect(outputFor(format)).toMatchFileSnapshot(folder + name);
});

test.each([
  ["gitlab", "smtpd.gitlab"],
  ["sarif", "smtpd.sarif"],
])("%s", async (format, name) => {
  const output = JSON.parse(outputFor(format), (key, value) => (key === "markdown" ? "the page of the rule" : value));
  await expect(`${JSON.stringify(output, null, 2)}\n`).toMatchFileSnapshot(folder + name);
});
