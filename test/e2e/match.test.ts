import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";

const schema = JSON.parse(readFileSync(join(checkout, "packages/cli/schema/match.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile<Output>(schema);

interface Output {
  readonly envelopes: readonly {
    readonly outcome: string;
    readonly rule: number | null;
    readonly line: number | null;
    readonly path?: string;
    readonly action: string | null;
    readonly condition: string | null;
    readonly why: readonly { readonly rule: number; readonly failed: string; readonly value: string | null }[];
  }[];
}

let folder: string;

const configuration = `table domains file:/etc/mail/domains
action "local" mbox
action "out" relay
match from local for any action "out"
match tag submission from auth for any action "out"
match from src { "192.0.2.0/24", "[2001:db8::/32]" } for any reject
match from any for domain <domains> action "local"
match from any for local action "local"
`;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-match-"));
  const files: Readonly<Record<string, string>> = {
    "smtpd.conf": configuration,
    match: 'action "local" mbox\nmatch for local action "local"\n',
    "tls.conf": "match from any for any tls reject\nmatch from any for any reject\n",
    "bad.conf": 'match for local action "local"\n',
    "macro.conf": 'action "a" relay\nmatch from src $net for any action "a"\n',
    "including.conf": 'action "local" mbox\ninclude "rules.conf"\n',
    "rules.conf": '# rules\nmatch from local for any reject\nmatch from any for any action "local"\n',
    "tree/etc/mailname": "mx.example.net\n",
    "tree/etc/mail/domains": "example.org\n",
    "envelopes.jsonl":
      '{"src":"192.0.2.9","rcpt_to":"a@example.org"}\n\n{"src":"local","rcpt_to":"a@example.org"}\r\n' +
      '{"src":"2001:db9::1","rdns":null,"mail_from":"b@example.net","rcpt_to":"a@localhost"}',
    "bad.jsonl": '{"src":"local","rcpt_to":"a@example.org"}\n{"src":"local"}\n',
    "worse.jsonl": '{"src":"somewhere","rcpt_to":"a@example.org"}\n',
  };
  mkdirSync(join(folder, "tree/etc/mail"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(parameters, { cwd: folder, ...options });
}

const recipient = ["--rcpt-to", "anna@example.org"];
const toAnna = ["--src", "203.0.113.9", ...recipient];

/** What is decided, as the schema has it. */
function decisionsFor(...parameters: readonly string[]): Output["envelopes"] {
  const { status, stdout, stderr } = run(["match", "--format", "json", ...parameters]);
  expect([status, stderr]).toEqual([0, ""]);
  const output: unknown = JSON.parse(stdout);
  if (!validate(output)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return output.envelopes;
}

/** The one decision in short: outcome, rule, action. */
function decisionFor(...parameters: readonly string[]) {
  const [decision] = decisionsFor(...parameters);
  return [decision?.outcome, decision?.rule, decision?.action];
}

describe("the text", () => {
  const example = join(checkout, "test/examples/match");
  const envelope = ["--tag", "submission", "--auth", "anna", ...toAnna.slice(0, 2), "--rcpt-to", "bob@example.net"];

  test("says why each rule does not match", async () => {
    const { status, stdout, stderr } = runCommand(["match", "smtpd.conf", ...envelope], { cwd: example });
    expect([status, stderr]).toEqual([0, ""]);
    await expect(stdout).toMatchFileSnapshot(`${example}/no-match.out`);
  });

  test("says which one decides, in colour where it is wanted", async () => {
    const parameters = ["match", "smtpd.conf", ...toAnna];
    const { stdout } = runCommand([...parameters, "--color", "always"], { cwd: example });
    await expect(stdout).toMatchFileSnapshot(`${example}/action.colored.out`);
    const plain = runCommand(parameters, { cwd: example });
    expect(stdout.replace(/\x1b\[[\d;]*m/g, "")).toBe(plain.stdout);
  });

  test.each([
    [["smtpd.conf", "--src", "192.0.2.1", ...recipient], "anna@example.org from 192.0.2.1: rule 3 rejects it."],
    [["tls.conf", ...toAnna], "anna@example.org from 203.0.113.9: rule 1 ends it with a temporary failure, 451."],
    [["smtpd.conf", ...toAnna], "anna@example.org from 203.0.113.9: whether rule 4 decides cannot be told."],
    [
      ["smtpd.conf", "--src", "local", ...recipient],
      'anna@example.org from the socket: rule 1 takes it with action "out".',
    ],
    [["match", ...toAnna], "anna@example.org from 203.0.113.9: no rule matches, so smtpd refuses it with 550."],
  ])("of %j ends in a sentence", (parameters, sentence) => {
    const { stdout } = run(["match", ...parameters]);
    expect(stdout.split("\n").at(-2)).toBe(sentence);
  });

  test("offers to read the files of tables until they are read", () => {
    expect(run(["match", "smtpd.conf", ...toAnna]).stdout).toContain("    = help: --host reads the files");
    const { stdout } = run(["match", "smtpd.conf", "--root", "tree", ...toAnna]);
    expect(stdout).toMatch(/rule 4 takes it with action "local"\.\n$/);
  });

  test("names the file of a rule and what includes it", () => {
    const { stdout } = run(["match", "including.conf", ...toAnna]);
    expect(stdout).toMatch(/^rules\.conf:2:7: rule 1 does not match: The client is 203\.0\.113\.9\. \[from\]\n/);
    expect(stdout).toContain("= note: including.conf:2:1: The file is included here.\n");
    expect(stdout).toContain("= note: including.conf:1:1: The action is defined here.\n");
  });

  test("is about all envelopes of a file", () => {
    const { stdout } = run(["match", "smtpd.conf", "--root", "tree", "--envelopes", "envelopes.jsonl"]);
    expect(stdout.match(/^a@.*: .*\.$/gm)).toEqual([
      "a@example.org from 192.0.2.9: rule 3 rejects it.",
      'a@example.org from the socket: rule 1 takes it with action "out".',
      'a@localhost from [2001:db9::1]: rule 5 takes it with action "local".',
    ]);
  });
});

describe("JSON", () => {
  test("has the rule, its line, and why the earlier ones do not match", () => {
    expect(decisionsFor("smtpd.conf", "--src", "192.0.2.1", ...recipient)).toEqual([
      {
        outcome: "reject",
        rule: 3,
        line: 6,
        action: null,
        condition: null,
        why: [
          { rule: 1, line: 4, failed: "from", value: "192.0.2.1" },
          { rule: 2, line: 5, failed: "tag", value: "" },
        ],
      },
    ]);
  });

  test("has the path of a rule that is included", () => {
    const why = [{ rule: 1, line: 2, path: "rules.conf", failed: "from", value: "203.0.113.9" }];
    const decided = { outcome: "action", rule: 2, line: 3, path: "rules.conf", action: "local", condition: null, why };
    expect(decisionsFor("including.conf", ...toAnna)).toEqual([decided]);
  });

  test("has no rule where none matches, and the condition where nobody can tell", () => {
    const nothing = { outcome: "no-match", rule: null, line: null, action: null, condition: null };
    expect(decisionsFor("match", ...toAnna)).toMatchObject([nothing]);
    const failure = { outcome: "temporary-failure", rule: 1, line: 1, action: null, condition: "tls", why: [] };
    expect(decisionsFor("tls.conf", ...toAnna)).toEqual([failure]);
    const doubt = { outcome: "unknown", rule: 4, action: null, condition: "for" };
    expect(decisionsFor("smtpd.conf", ...toAnna)).toMatchObject([doubt]);
  });

  test("has an entry for each envelope of a file, or of standard input", () => {
    const envelopes = decisionsFor("smtpd.conf", "--root", "tree", "--envelopes", "envelopes.jsonl");
    expect(envelopes.map(({ outcome, rule }) => [outcome, rule])).toEqual([
      ["reject", 3],
      ["action", 1],
      ["action", 5],
    ]);
    const input = readFileSync(join(folder, "envelopes.jsonl"));
    const { stdout } = run(["match", "smtpd.conf", "--root=tree", "--format=json", "--envelopes=-"], { input });
    expect(JSON.parse(stdout).envelopes).toEqual(envelopes);
    expect(run(["match", "smtpd.conf", "--format=json", "--envelopes=-"], { input: "" }).stdout).toBe(
      '{"version":1,"envelopes":[\n]}\n',
    );
  });

  test("is described in full", () => {
    const [decision] = decisionsFor("smtpd.conf", ...toAnna);
    expect(validate({ version: 1, envelopes: [decision] })).toBe(true);
    expect(validate({ version: 2, envelopes: [decision] })).toBe(false);
    expect(validate({ version: 1, envelopes: [{ ...decision, more: 1 }] })).toBe(false);
    expect(validate({ version: 1, envelopes: [{ ...decision, outcome: "maybe" }] })).toBe(false);
  });
});

describe("what is known of the envelope and of the machine", () => {
  test.each([
    [
      ["--src", "[2001:DB8::9]"],
      ["reject", 3, null],
    ],
    [
      ["--src", "203.0.113.9", "--tag", "submission", "--auth", "anna"],
      ["action", 2, "out"],
    ],
    [
      ["--src", "203.0.113.9", "--tag", "submission"],
      ["unknown", 4, null],
    ],
    [
      ["--src", "203.0.113.9", "--address", "203.0.113.9", "--address", "::1"],
      ["action", 1, "out"],
    ],
    [
      ["--src", "::1"],
      ["action", 1, "out"],
    ],
    [
      ["--src", "::1", "--address", "203.0.113.9"],
      ["unknown", 4, null],
    ],
  ])("%j", (parameters, decided) => {
    expect(decisionFor("smtpd.conf", ...parameters, ...recipient)).toEqual(decided);
  });

  test("the server name is local", () => {
    writeFileSync(join(folder, "local.conf"), 'action "local" mbox\nmatch from any for local action "local"\n');
    const toServer = ["local.conf", "--src", "203.0.113.9", "--rcpt-to", "anna@mx.example.net"];
    expect(decisionFor(...toServer)[0]).toBe("no-match");
    expect(decisionFor(...toServer, "--hostname", "mx.example.net")[0]).toBe("action");
    expect(decisionFor(...toServer, "--root", "tree")[0]).toBe("action");
    expect(decisionFor(...toServer, "--root", "tree", "--hostname", "localhost")[0]).toBe("no-match");
  });

  test("--host takes both from this machine, and reads table files", () => {
    writeFileSync(join(folder, "domains"), "example.org\n");
    writeFileSync(
      join(folder, "host.conf"),
      `table domains "${folder}/domains"\naction "local" mbox\nmatch from local for domain <domains> action "local"\n`,
    );
    expect(decisionFor("host.conf", "--host", "--src", "127.0.0.1", ...recipient)[0]).toBe("action");
    expect(decisionFor("host.conf", "--host", "--src", "203.0.113.9", ...recipient)[0]).toBe("no-match");
  });

  test("the release and macros count", () => {
    expect(decisionFor("macro.conf", "-D", "net=203.0.113.0/24", ...toAnna)[0]).toBe("action");
    writeFileSync(join(folder, "auth.conf"), 'match auth "anna" from any for any reject\n');
    expect(decisionFor("auth.conf", "--auth", "anna", ...toAnna)[0]).toBe("reject");
    expect(decisionFor("auth.conf", "--auth", "anna", "--target", "6.6.4", ...toAnna)[0]).toBe("temporary-failure");
  });
});

describe("the command line", () => {
  const accepted = 0;
  const refused = 1;
  const usage = 2;
  const unreadable = 3;

  test("a file called match is reached as ./match, and anywhere but in front", () => {
    expect(run(["./match"]).stdout).toBe("No problems in ./match: smtpd 7.9 accepts it.\n");
    expect(run(["smtpd.conf", "match"]).stdout).toMatch(/^No problems in 2 files|in .*of 2 files/);
    expect(run(["--", "match"]).status).toBe(accepted);
  });

  test("--help names every option, and has examples", () => {
    const { status, stdout, stderr } = run(["match", "--help"]);
    expect([status, stderr]).toEqual([accepted, ""]);
    expect(stdout).toContain("Usage: smtpd-lint match [options] <file>\n");
    expect(stdout).toContain("Examples:\n  smtpd-lint match /etc/smtpd.conf");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(run(["--help"]).stdout).toMatch(/\nCommands:\n(?: {2}.*\n)* {2}match \[options\] <file>/);
  });

  test("a configuration that smtpd refuses is shown as such", () => {
    const { status, stdout } = run(["match", "bad.conf", ...toAnna]);
    expect(status).toBe(refused);
    expect(stdout).toBe(run(["bad.conf"]).stdout);
    const json = run(["match", "bad.conf", "--format", "json", ...toAnna]);
    expect(json.status).toBe(refused);
    expect(JSON.parse(json.stdout).files[0].verdict).toBe("rejected");
  });

  test("the configuration can come from standard input", () => {
    const { status, stdout } = run(["match", "-", ...toAnna], { input: "match from any for any reject\n" });
    expect(status).toBe(accepted);
    expect(stdout).toMatch(/^<stdin>:1:24: rule 1 decides: /);
  });

  test.each([
    [["match", "nowhere.conf", ...toAnna], "nowhere.conf: there is no such file."],
    [["match", "smtpd.conf", "--envelopes", "nowhere.jsonl"], "nowhere.jsonl: there is no such file."],
  ])("%j cannot be read", (parameters, message) => {
    expect(run(parameters)).toEqual({ status: unreadable, stdout: "", stderr: `smtpd-lint: ${message}\n` });
  });

  test.each([
    [["bad.jsonl"], 'bad.jsonl:2: "rcpt_to" is missing.'],
    [
      ["worse.jsonl"],
      'worse.jsonl:1: The source "somewhere" is neither an IP address nor "local", which is the socket.',
    ],
  ])("an envelope in %j makes no sense", ([file = ""], message) => {
    const parameters = ["match", "smtpd.conf", "--envelopes", file];
    expect(run(parameters)).toEqual({ status: usage, stdout: "", stderr: `smtpd-lint: ${message}\n` });
  });

  test("a source or recipient that is none is told", () => {
    const source = run(["match", "smtpd.conf", "--src", "x", ...recipient]);
    expect(source).toMatchObject({ status: usage, stdout: "" });
    expect(source.stderr).toBe(
      'smtpd-lint: The source "x" is neither an IP address nor "local", which is the socket.\n',
    );
    const other = run(["match", "smtpd.conf", "--src", "::1", "--rcpt-to", "anna"]);
    expect(other).toMatchObject({ status: usage, stdout: "" });
  });

  test.each([
    [["match"], 'Missing required argument "file".'],
    [["match", "smtpd.conf"], "It wants an envelope: --src and --rcpt-to, or a file of them with --envelopes."],
    [
      ["match", "smtpd.conf", "--src", "::1"],
      "It wants an envelope: --src and --rcpt-to, or a file of them with --envelopes.",
    ],
    [["match", "-", "--envelopes", "-"], "Standard input can be read only once."],
    [
      ["match", "smtpd.conf", "--src", "::1", "--envelopes", "-"],
      'Option "--envelopes <file>" cannot be used with option "--src <address>".',
    ],
    [
      ["match", "smtpd.conf", "--address", "mx", ...toAnna],
      'Option "--address <ip>" argument "mx" is invalid. That is no IP address.',
    ],
    [["match", "smtpd.conf", "--sorce", "x"], 'Unknown option "--sorce" (Did you mean --src?)'],
    [
      ["--target", "6.8", "match", "smtpd.conf", ...toAnna],
      "Options of a command stand behind it: smtpd-lint match --target …",
    ],
    [["match", "smtpd.conf", "match", ...toAnna], 'Too many arguments for "match". Expected 1 argument but got 2.'],
  ])("%j is told in a line, with a hint", (parameters, message) => {
    expect(run(parameters)).toEqual({
      status: usage,
      stdout: "",
      stderr: `smtpd-lint: ${message}\nTry "smtpd-lint --help".\n`,
    });
  });
});
