import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { completeProgram } from "../packages/cli/src/arguments/parse-arguments.ts";

const path = fileURLToPath(new URL("../packages/cli/man/smtpd-lint.1", import.meta.url));

/** mandoc writes manual pages of BSD, and finds fault with those that are not well made. */
const hasMandoc = spawnSync("mandoc", ["-V"]).error === undefined;
if (!hasMandoc) console.log("skipped: mandoc is not installed, the manual page is not read by it");

function mandoc(...parameters: string[]): string {
  return spawnSync("mandoc", [...parameters, path], { encoding: "utf8" }).stdout;
}

test("has every command and every long option", () => {
  const program = completeProgram();
  const text = readFileSync(path, "utf8");
  const options = [program, ...program.commands].flatMap((command) => command.options.filter(({ hidden }) => !hidden));
  const words = options.flatMap(({ long }) => (long === undefined ? [] : [`Fl Fl ${long?.slice(2)}`]));
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  expect(program.commands.map((command) => command.name()).filter((name) => !text.includes(`.It Cm ${name} `))).toEqual(
    [],
  );
});

describe.runIf(hasMandoc)("read by mandoc", () => {
  test("nothing is wrong with it", () => {
    const faults = mandoc("-Tlint", "-W", "warning").split("\n");
    expect(faults.filter((line) => line !== "" && !line.includes("referenced manual not found"))).toEqual([]);
  });

  test("shows options, commands and exit statuses", () => {
    const shown = mandoc("-Tascii").replace(/.\x08/gs, "");
    expect(shown).toMatch(/^ +-D name=value, --define name=value\n +Define a macro/m);
    expect(shown).toMatch(/^ +relay \[options\] file$/m);
    expect(shown).toMatch(/^ +3 +A file could not be read/im);
  });
});
