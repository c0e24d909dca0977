import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, type Run, runCommand } from "./command.ts";

const schema = JSON.parse(readFileSync(join(checkout, "packages/cli/schema/explain.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile<Output>(schema);

interface Sentence {
  readonly text: string;
  readonly origins: readonly {
    readonly rule?: number;
    readonly action?: string;
    readonly line: number;
    readonly path?: string;
  }[];
}

interface Output {
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs: readonly {
      readonly heading: Sentence | null;
      readonly items: readonly (readonly Sentence[])[];
    }[];
  }[];
}

const examples = join(checkout, "test/examples/explain");

const files: Readonly<Record<string, string>> = {
  "bad.conf": 'match for local action "nowhere"\n',
  "macro.conf": 'listen on $iface\naction "out" relay\nmatch for any action "out"\n',
  "including.conf": 'include "rules.inc"\n',
  "rules.inc": '# the only rule\naction "out" relay\nmatch for any action "out"\n',
  "table.conf": `table ours file:/etc/ours\nlisten on 0.0.0.0\naction "here" mbox\nmatch from any for domain <ours> action "here"\n`,
  "wide.conf": `action "out" relay helo "${"very-long-name.".repeat(20)}example.org"\nmatch for any action "out"\n`,
  "strange.conf": 'action "out" relay host "smtp://a\u001b[31mb"\nmatch for any action "out"\n',
  "login.conf":
    'pki "a" cert "/a" key "/a"\nlisten on 0.0.0.0 port 587 tls-require pki "a" auth\naction "out" relay\nmatch auth "anna" from any for any action "out"\n',
  "tree/etc/ours": "example.org\nexample.net\n",
};

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-explain-"));
  mkdirSync(join(folder, "tree/etc"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function explain(...parameters: readonly string[]): Run {
  return runCommand(["explain", ...parameters], { cwd: folder });
}

function sectionsOf(...parameters: readonly string[]): Output["sections"] {
  const { stdout, stderr } = explain("--format", "json", ...parameters);
  expect(stderr).toBe("");
  const output: unknown = JSON.parse(stdout);
  if (!validate(output)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return output.sections;
}

/** The text without its line breaks. */
function flowOf(...parameters: readonly string[]): string {
  return explain(...parameters).stdout.replace(/\s+/g, " ");
}

describe("the examples", () => {
  const names = readdirSync(examples).filter((name) => name.endsWith(".conf"));

  test.each(names)("%s", async (name) => {
    const { status, stdout, stderr } = explain(join(examples, name));
    expect([status, stderr]).toEqual([0, ""]);
    await expect(stdout).toMatchFileSnapshot(join(examples, name.replace(".conf", ".out")));
  });

  test.each(names)("%s fits into 80 columns", (name) => {
    const lines = explain(join(examples, name)).stdout.split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(names)("%s says the same in JSON", (name) => {
    const text = flowOf(join(examples, name));
    for (const { title, paragraphs } of sectionsOf(join(examples, name))) {
      const sentences = paragraphs.flatMap(({ heading, items }) => [...(heading ? [heading] : []), ...items.flat()]);
      for (const words of [title, ...sentences.map((sentence) => sentence.text.replace(/\.$/, ""))])
        expect(text).toContain(words.replace(/\s+/g, " "));
    }
  });

  test("coloured", async () => {
    const { stdout } = explain(join(examples, "smtpd.conf"), "--color", "always");
    await expect(stdout).toMatchFileSnapshot(join(examples, "smtpd.colored.out"));
    const plain = explain(join(examples, "smtpd.conf"));
    expect(stdout.replace(/\x1b\[[\d;]*m/g, "")).toBe(plain.stdout);
  });
});

test("a configuration that smtpd refuses is not explained", () => {
  const { status, stdout } = explain("bad.conf");
  expect(status).toBe(1);
  expect(stdout).toContain("nowhere");
  expect(stdout).not.toContain("In short");
});

test("a file that cannot be read is a complaint", () => {
  const { status, stdout, stderr } = explain("./missing.conf");
  expect([status, stdout]).toEqual([3, ""]);
  expect(stderr).toContain("missing.conf");
});

test("macros come from the command line", () => {
  expect(flowOf("macro.conf", "-D", "iface=lo0")).toContain("This server takes mail from this machine only.");
  expect(flowOf("macro.conf", "-D", "iface=em0")).toContain("On em0, port 25 (line 1)");
});

test("the machine has the names that the command line says", () => {
  const text = flowOf(join(examples, "smtpd.conf"), "--hostname", "mx.example.org", "--address", "192.0.2.1");
  expect(text).toContain("Mail for the server's own names (localhost, mx.example.org and 192.0.2.1)");
  expect(text).not.toContain("not known here (--hostname");
});

test("the files of tables are read where that is asked for", () => {
  expect(flowOf("table.conf")).toContain('This server takes mail for domains in the table "ours" from anybody.');
  expect(flowOf("table.conf")).toContain("--host reads the files of this machine");
  const read = flowOf("table.conf", "--root", "tree");
  expect(read).toContain("This server takes mail for example.org and example.net from anybody.");
  expect(read).not.toContain("--host reads");
});

test("places in included files say which file", () => {
  const origins = sectionsOf("including.conf").flatMap(({ paragraphs }) => {
    return paragraphs.flatMap(({ items }) => items.flat().flatMap((sentence) => sentence.origins));
  });
  expect(origins).toContainEqual({ rule: 1, action: "out", line: 3, path: "rules.inc" });
  expect(flowOf("including.conf")).toContain('(rule 1, rules.inc:3: action "out")');
});

test("a configuration that takes too many words by domains is told rule by rule", () => {
  expect(flowOf(join(examples, "words.conf"))).toContain("The first rule that fits decides.");
  expect(flowOf(join(examples, "networks.conf"))).not.toContain("The first rule that fits decides.");
});

test.each([
  ["6.4", "smtpd 6.4.2 cannot evaluate the rule"],
  ["7.9", 'it is sent to the mail exchangers (MX) of the domain (rule 1, line 4: action "out")'],
])("what smtpd %s does is told for it", (target, words) => {
  expect(flowOf("login.conf", "--target", target)).toContain(words);
});

test("a long word stands alone, and control characters are shown", () => {
  expect(explain("wide.conf").status).toBe(0);
  expect(explain("strange.conf").stdout).not.toContain("\u001b");
});
