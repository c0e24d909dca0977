import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";

const schema = JSON.parse(readFileSync(join(checkout, "packages/cli/schema/relay.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile<Output>(schema);

type Turn = { readonly client: string } | { readonly server: string };

interface Witness {
  readonly listener: { readonly line: number; readonly path?: string; readonly exposure: string };
  readonly rule: number;
  readonly line: number;
  readonly path?: string;
  readonly action: string;
  readonly certain: boolean;
  readonly domains: string;
  readonly tables: readonly string[];
  readonly filters: readonly string[];
  readonly envelope: Readonly<Record<string, string | null>>;
  readonly dialogue: readonly Turn[];
}

interface Access {
  readonly party: string;
  readonly recipients: string;
  readonly listeners: readonly Witness["listener"][];
  readonly complete: boolean;
  readonly filters: readonly string[];
  readonly ways: readonly {
    readonly outcome: string;
    readonly rule: number | null;
    readonly line: number | null;
    readonly path?: string;
    readonly certain: boolean;
    readonly tables: readonly string[];
    readonly envelope: Witness["envelope"];
  }[];
}

interface Output {
  readonly answer: string;
  readonly witnesses: readonly Witness[];
  readonly access: readonly Access[];
}

const proven = 0;
const refuted = 1;
const usage = 2;
const unreadable = 3;
const unproven = 4;

const examples = join(checkout, "test/examples/relay");
const action = 'action "out" relay\n';
const fromAny = `${action}match from any for any action "out"\n`;

/** Configurations through which strangers relay for sure, each in another way. */
const open: Readonly<Record<string, string>> = {
  "any.conf": `listen on 0.0.0.0\n${fromAny}`,
  "sender.conf": `listen on 0.0.0.0\n${action}match from mail-from "@example.org" for any action "out"\n`,
  "helo.conf": `listen on 0.0.0.0\n${action}match from any helo "mx.example.org" for any action "out"\n`,
  "rdns.conf": `listen on 0.0.0.0\n${action}match from rdns "mx.example.org" for any action "out"\n`,
  "network.conf": `listen on 0.0.0.0\n${action}match from src "0.0.0.0/1" for any action "out"\n`,
  "crafted.conf": `listen on 0.0.0.0\n${action}match from any for domain "*example.org" action "out"\n`,
  "tagged.conf": `listen on 0.0.0.0 tag MX\n${action}match from any tag MX for any action "out"\n`,
  "fcrdns.conf": `filter f phase connect match !fcrdns disconnect "550 no"\nlisten on 0.0.0.0 filter f\n${fromAny}`,
  "helo-phase.conf": `filter f phase ehlo match helo regex "." reject "550 no"\nlisten on 0.0.0.0 filter f\n${fromAny}`,
  "program.conf": `filter f proc-exec "f"\nlisten on 0.0.0.0 filter f\n${fromAny}`,
  "programs.conf":
    'filter f proc-exec "f"\nfilter g phase mail-from match mail-from regex "x" rewrite "y@example.org"\n' +
    `filter fg chain { f, g }\nlisten on 0.0.0.0 filter fg\n${fromAny}`,
  "private.conf": `listen on 10.0.0.1\n${fromAny}`,
  "several.conf":
    `filter f proc-exec "f"\nlisten on 10.0.0.1\nlisten on 0.0.0.0 port 26 filter f\nlisten on 0.0.0.0\n` +
    `listen on 10.0.0.2 filter f\n${fromAny}`,
  "proxy.conf": `listen on 0.0.0.0 proxy-v2\n${action}match from src "192.0.2.0/24" for any action "out"\n`,
  "local-proxy.conf": `listen on lo0 proxy-v2\n${fromAny}`,
  "smtps.conf": `pki a cert "/a" \npki a key "/a"\nlisten on 0.0.0.0 smtps pki a\n${fromAny}`,
  "inet6.conf": `listen on ::\n${action}match from src "2000::/3" for any action "out"\n`,
  "bounce.conf": `listen on 0.0.0.0\n${action}match from any mail-from regex "^@$" for any action "out"\n`,
  "including.conf": `${action}include "open.inc"\n`,
};

const other: Readonly<Record<string, string>> = {
  "open.inc": '# rules\nlisten on 0.0.0.0\nmatch from any for any action "out"\n',
  relay: `listen on 0.0.0.0\n${action}match for any action "out"\n`,
  "bad.conf": 'match for local action "local"\n',
  "table.conf": `table nets file:/etc/nets\nlisten on 0.0.0.0\n${action}match from src <nets> for any action "out"\n`,
  "domains.conf": `table ours file:/etc/ours\nlisten on 0.0.0.0\n${action}match from any for domain <ours> action "out"\n`,
  "program-table.conf": `table nets ldap:/etc/ldap\nlisten on 0.0.0.0\n${action}match from src <nets> for any action "out"\n`,
  "senders.conf": `table staff file:/etc/staff\nlisten on 0.0.0.0\n${action}match from mail-from <staff> for any action "out"\n`,
  "names.conf": `table names file:/etc/names\nlisten on 0.0.0.0\n${action}match from rdns <names> for any action "out"\n`,
  "users.conf": `table users file:/etc/users\nlisten on 0.0.0.0\n${action}match from any for rcpt-to <users> action "out"\n`,
  "regex.conf": `table res file:/etc/res\nlisten on 0.0.0.0\n${action}match from any for domain regex <res> action "out"\n`,
  "blocked.conf": `table bad file:/etc/bad\nlisten on 0.0.0.0\n${action}match from src <bad> for any reject\nmatch from any for any action "out"\n`,
  "pattern.conf": `listen on 0.0.0.0\n${action}match from any for any !mail-from regex "^(.)\\1@" action "out"\n`,
  "socket.conf": `listen on socket\n${fromAny}`,
  "macro.conf": `listen on $iface\n${fromAny}`,
  "name.conf": `listen on 0.0.0.0\n${action}match from any for domain "mx.*.example" action "out"\n`,
  "auth.conf": `listen on 0.0.0.0\n${action}match auth "anna" from any for any reject\nmatch from any for any action "out"\n`,
  "tls.conf": `listen on 0.0.0.0\n${action}match from any for any tls action "out"\n`,
  "closed.conf": `filter f phase connect match src { "0.0.0.0/0", "::/0" } disconnect "550 no"\nlisten on 0.0.0.0 filter f\n${fromAny}`,
  "tree/etc/nets": "192.0.2.0/24\n",
  "wide/etc/nets": "0.0.0.0/0\n",
};

const safeExample = join(examples, "safe.conf");

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-relay-"));
  for (const name of ["tree", "wide"]) mkdirSync(join(folder, name, "etc"), { recursive: true });
  for (const [name, text] of Object.entries({ ...open, ...other })) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(parameters, { cwd: folder, ...options });
}

/** The first line of the text: the answer. */
function answerFor(...parameters: readonly string[]): readonly [status: number | null, sentence: string | undefined] {
  const { status, stdout } = run(["relay", ...parameters]);
  return [status, stdout.split("\n")[0]];
}

/** The answer as the schema has it. */
function proofFor(...parameters: readonly string[]): Output {
  const { stdout, stderr } = run(["relay", "--format", "json", ...parameters]);
  expect(stderr).toBe("");
  const output: unknown = JSON.parse(stdout);
  if (!validate(output)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return output;
}

describe("the examples", () => {
  test.each([
    ["smtpd.conf", refuted],
    ["depends.conf", unproven],
    ["safe.conf", proven],
  ])("%s", async (name, expected) => {
    const { status, stdout, stderr } = runCommand(["relay", name], { cwd: examples });
    expect([status, stderr]).toEqual([expected, ""]);
    await expect(stdout).toMatchFileSnapshot(join(examples, name.replace(".conf", ".out")));
  });

  test("coloured", async () => {
    const { stdout } = runCommand(["relay", "smtpd.conf", "--color", "always"], { cwd: examples });
    await expect(stdout).toMatchFileSnapshot(join(examples, "smtpd.colored.out"));
    const plain = runCommand(["relay", "smtpd.conf"], { cwd: examples });
    expect(stdout.replace(/\x1b\[[\d;]*m/g, "")).toBe(plain.stdout);
  });
});

describe("the answer", () => {
  test.each([
    ["relay", proven, "Strangers cannot relay: proven for 1 listener and 1 rule."],
    ["socket.conf", proven, "Strangers cannot relay: no listener can be reached from elsewhere."],
    ["any.conf", refuted, "Strangers can relay."],
    ["program.conf", refuted, "Strangers can relay, unless a filter refuses them."],
    ["several.conf", refuted, "Strangers can relay."],
    ["crafted.conf", refuted, "Strangers can relay, but not to every domain."],
    ["private.conf", refuted, "Whoever is in a private network of this server can relay, without a login."],
    [
      "table.conf",
      unproven,
      'Whether strangers can relay depends on the table "nets", whose entries are not known here.',
    ],
    ["pattern.conf", unproven, "Whether strangers can relay depends on a pattern that only the daemon can read."],
  ])("about %s", (name, status, sentence) => {
    expect(answerFor(`./${name}`)).toEqual([status, sentence]);
  });

  test("is another once the files of tables are read", () => {
    expect(answerFor("table.conf", "--root", "tree")[0]).toBe(proven);
    expect(answerFor("table.conf", "--root", "wide")[0]).toBe(refuted);
  });

  test("depends on macros and the release", () => {
    expect(answerFor("macro.conf", "-D", "iface=lo0")[0]).toBe(proven);
    expect(answerFor("macro.conf", "-D", "iface=em0")[0]).toBe(refuted);
    expect(answerFor("auth.conf")[0]).toBe(refuted);
    expect(answerFor("auth.conf", "--target", "6.6.4")[0]).toBe(proven);
  });
});

describe("the text", () => {
  const textFor = (name: string, ...parameters: readonly string[]) => run(["relay", name, ...parameters]).stdout;

  test.each([
    ["any.conf", "way in: Anybody can connect here, and send without a login.\n"],
    ["private.conf", "way in: Whoever is in this private network can connect, and send without a login.\n"],
    ["proxy.conf", "way in: Whoever connects here can claim any address, with a PROXY header.\n"],
    ["local-proxy.conf", "way in: A proxy on this machine brings in connections from elsewhere.\n"],
    ["program.conf", '    = note: The filter "f" is on the way: it may refuse or change this.\n'],
    ["programs.conf", '    = note: The filters "f" and "g" are on the way: they may refuse or change this.\n'],
  ])("says of %s where strangers come in", (name, expected) => {
    expect(textFor(name)).toContain(expected);
  });

  test.each([
    ["any.conf", /rule 1 takes it: Action "out" relays it to any domain\.\n/],
    ["crafted.conf", /rule 1 takes it: Action "out" relays it to domains such as "\w+example\.org"\.\n/],
    [
      "table.conf",
      /may take it: .*, if the table "nets" has a network that strangers are in, such as 0\.0\.0\.0\/0\.\n/,
    ],
    ["domains.conf", /may take it: .*, if the table "ours" has an entry for the domains of others, such as "\*"\.\n/],
    ["users.conf", /may take it: .*, if the table "users" has an entry for the recipients of others, such as "@"\.\n/],
    [
      "senders.conf",
      /may take it: .*, if the table "staff" has any entry, since what a client says proves nothing\.\n/,
    ],
    [
      "names.conf",
      /may take it: .*, if the table "names" has any entry, since the owner of an address can give it any name\.\n/,
    ],
    ["regex.conf", /may take it: .*, if the table "res" has an expression that matches "elsewhere\.example"\.\n/],
    ["blocked.conf", /may take it: .*, unless the table "bad" has an entry for 203\.0\.113\.9\.\n/],
    ["pattern.conf", /may take it: .*, unless a pattern that only the daemon can read matches "\S+"\.\n/],
  ])("says of %s what the rule does, and on what that depends", (name, expected) => {
    expect(textFor(name)).toMatch(expected);
  });

  test.each([
    ["any.conf", "Ask for a login with from auth, or name the networks"],
    ["sender.conf", "Ask for a login as well"],
    ["helo.conf", "the name in HELO is what the client says."],
    ["rdns.conf", "the owner of an address can give it any name."],
    ["network.conf", "Name the networks that you know"],
    ["crafted.conf", "Write out the domains that are yours"],
    ["proxy.conf", "Let nobody but the proxy reach this listener"],
    ["local-proxy.conf", "Ask for a login with from auth"],
    ["table.conf", "--host reads the files of this machine"],
    ["program-table.conf", 'Look into the table "nets" yourself'],
  ])("says of %s what mends it", (name, expected) => {
    expect(textFor(name)).toMatch(new RegExp(`^ {4}= help: .*${expected.replaceAll(".", "\\.")}`, "m"));
  });

  test("offers to read the files of tables only where that helps", () => {
    expect(textFor("senders.conf")).toContain("= help: --host reads the files of this machine, --root DIR");
    for (const parameters of [[], ["--root", "tree"]])
      expect(textFor("program-table.conf", ...parameters)).toContain('= help: Look into the table "nets" yourself');
  });

  test("shows the session", () => {
    const session = (name: string) => /^ {4}connect.*?(?=\n\n)/ms.exec(textFor(name))?.[0].split("\n    ");
    expect(session("any.conf")).toEqual([
      "    connect from 203.0.113.9",
      "S: 220",
      "C: EHLO client.elsewhere.example",
      "S: 250",
      "C: MAIL FROM:<somebody@elsewhere.example>",
      "S: 250",
      "C: RCPT TO:<somebody@elsewhere.example>",
      "S: 250",
    ]);
    expect(session("helo-phase.conf")).toContain("C: HELO client.elsewhere.example");
    expect(session("bounce.conf")).toContain("C: MAIL FROM:<>");
    expect(session("smtps.conf")?.[0]).toBe("    connect from 203.0.113.9 over TLS");
    expect(session("rdns.conf")?.[0]).toBe("    connect from 203.0.113.9 (mx.example.org)");
    expect(session("fcrdns.conf")?.[0]).toBe(
      "    connect from 203.0.113.9 (client.elsewhere.example, which leads back to it)",
    );
    expect(session("proxy.conf")?.[0]).toMatch(/^ {4}connect with a PROXY header that says 192\.0\.2\.\d+$/);
  });

  test("shows the worst way into a rule, and names the others", () => {
    const text = textFor("several.conf");
    expect(text.match(/way in: /g)).toHaveLength(1);
    expect(text).toMatch(/^several\.conf:4:11: way in: /m);
    expect(text.match(/= note: several.*The same .*$/gm)).toEqual([
      "= note: several.conf:3:1: The same goes for this listener, unless a filter refuses it.",
      "= note: several.conf:2:1: The same goes for this listener, on a private network.",
      "= note: several.conf:5:1: The same goes for this listener, on a private network, unless a filter refuses it.",
    ]);
  });

  test("names the file of a rule and what includes it", () => {
    const text = textFor("including.conf");
    expect(text).toMatch(/^open\.inc:3:7: rule 1 takes it: /m);
    expect(text).toContain("= note: including.conf:2:1: The file is included here.\n");
  });
});

describe("JSON", () => {
  test("has the witness with its session", () => {
    const hello = [{ client: "EHLO client.elsewhere.example" }, { server: "250" }];
    const { answer, witnesses } = proofFor(join(examples, "smtpd.conf"));
    expect(answer).toBe("yes");
    expect(witnesses).toEqual([
      {
        listener: { line: 8, exposure: "public" },
        rule: 2,
        line: 14,
        action: "outbound",
        certain: true,
        domains: "any",
        tables: [],
        filters: [],
        envelope: {
          src: "203.0.113.9",
          rdns: null,
          tag: "submission",
          helo: "client.elsewhere.example",
          mail_from: "somebody@elsewhere.example",
          rcpt_to: "somebody@elsewhere.example",
        },
        dialogue: [
          { server: "220" },
          ...hello,
          { client: "STARTTLS" },
          { server: "220" },
          ...hello,
          { client: "MAIL FROM:<somebody@elsewhere.example>" },
          { server: "250" },
          { client: "RCPT TO:<somebody@elsewhere.example>" },
          { server: "250" },
        ],
      },
    ]);
  });

  test("has what a witness depends on", () => {
    const { answer, witnesses } = proofFor(join(examples, "depends.conf"));
    expect(answer).toBe("depends");
    expect(witnesses.map(({ certain, filters }) => [certain, filters])).toEqual([
      [false, ["antispam"]],
      [false, []],
    ]);
    for (const { tables } of witnesses) expect([...tables].sort()).toEqual(["blocked", "clients"]);
  });

  test("has no witness where nobody can relay", () => {
    const { status, stdout } = run(["relay", "./relay", "--format", "json"]);
    expect(status).toBe(proven);
    expect(stdout).toMatch(/^\{"version":1,"answer":"no","witnesses":\[\n\],"access":\[\n/);
  });

  test("has the path of what is included", () => {
    const [witness] = proofFor("including.conf").witnesses;
    expect(witness).toMatchObject({ listener: { line: 2, path: "open.inc" }, line: 3, path: "open.inc" });
  });

  test("is described in full", () => {
    const output = proofFor("any.conf");
    const [witness] = output.witnesses;
    const [access] = output.access;
    expect(validate(output)).toBe(true);
    expect(validate({ ...output, version: 2 })).toBe(false);
    expect(validate({ ...output, answer: "maybe" })).toBe(false);
    expect(validate({ ...output, witnesses: [{ ...witness, more: 1 }] })).toBe(false);
    expect(validate({ ...output, witnesses: [{ ...witness, dialogue: [{ nobody: "x" }] }] })).toBe(false);
    expect(validate({ ...output, access: [{ ...access, party: "friends" }] })).toBe(false);
  });
});

describe("who can write to whom", () => {
  test("is a table", () => {
    const { stdout } = run(["relay", safeExample]);
    expect(stdout.split("\n").slice(2, 5)).toEqual([
      "who               comes in by  writes to      and then",
      "strangers         lines 7, 8   own domains    rule 1 delivers, rule 2 relays, else refused",
      "strangers         lines 7, 8   other domains  refused",
    ]);
  });

  test("is short where it can be", () => {
    const rowsFor = (name: string) => run(["relay", name]).stdout.split("\nwho ")[1]?.split("\n").slice(1, -1);
    expect(rowsFor("any.conf")).toEqual([
      "strangers     line 1          all domains  rule 1 relays",
      "this machine  socket, line 1  all domains  rule 1 relays",
    ]);
    expect(rowsFor("including.conf")?.[0]).toBe("strangers     open.inc:2          all domains  rule 1 relays");
    expect(rowsFor("table.conf")?.[0]).toBe(
      "strangers     line 2          all domains  rule 1 may relay, else refused",
    );
    expect(rowsFor("closed.conf")?.[0]).toBe("strangers     line 2       all domains  filters refuse it");
    expect(rowsFor("tls.conf")?.[0]).toBe("strangers     line 1          all domains  rule 1 fails");
  });

  test("is in JSON too", () => {
    const { access } = proofFor(safeExample);
    expect(access.map(({ party, recipients }) => [party, recipients]).slice(0, 4)).toEqual([
      ["stranger", "own"],
      ["stranger", "foreign"],
      ["user", "own"],
      ["user", "foreign"],
    ]);
    expect(access[0]).toMatchObject({ complete: true, filters: [], listeners: [{ line: 7 }, { line: 8 }] });
    const ways = access[0]?.ways.map(({ outcome, rule, line, certain, tables }) => [
      outcome,
      rule,
      line,
      certain,
      tables,
    ]);
    expect(ways).toEqual([
      ["delivered", 1, 14, true, []],
      ["relayed", 2, 15, true, []],
      ["no-match", null, null, true, []],
    ]);
    expect(access[2]?.ways[0]?.envelope).toMatchObject({ auth: "somebody", rcpt_to: "somebody@example.org" });
    expect(access[4]?.ways[0]?.envelope).toMatchObject({ src: "local", rdns: null });
  });
});

test.each([...Object.keys(open), safeExample])(
  "smtpd-lint match decides about the mail of all clients shown for %s in the same way",
  (name) => {
    const ways = proofFor(name).access.flatMap((access) =>
      access.ways.filter(({ certain, envelope }) => certain && envelope["src"] !== "local"),
    );
    const input = ways.map(({ envelope }) => `${JSON.stringify(envelope)}\n`).join("");
    const { status, stdout } = run(["match", name, "--format", "json", "--envelopes", "-"], { input });
    expect([status, ways.length > 0]).toEqual([proven, true]);
    const decided = JSON.parse(stdout).envelopes as readonly { readonly rule: number | null }[];
    expect(decided.map(({ rule }) => rule)).toEqual(ways.map(({ rule }) => rule));
  },
);

test.each(Object.keys(open))("smtpd-lint match takes the mail shown for %s by the same rule", (name) => {
  const { answer, witnesses } = proofFor(name);
  const certain = witnesses.filter((witness) => witness.certain);
  expect([answer, certain.length > 0]).toEqual(["yes", true]);
  const input = certain.map(({ envelope }) => `${JSON.stringify(envelope)}\n`).join("");
  const { status, stdout } = run(["match", name, "--format", "json", "--envelopes", "-"], { input });
  expect(status).toBe(proven);
  const decided = JSON.parse(stdout).envelopes as readonly Readonly<Record<string, unknown>>[];
  expect(decided.map(({ outcome, rule, action: taken }) => [outcome, rule, taken])).toEqual(
    certain.map(({ rule, action: taken }) => ["action", rule, taken]),
  );
});

describe("the command line", () => {
  test("a file called relay is reached as ./relay, and anywhere but in front", () => {
    expect(run(["./relay"]).stdout).toMatch(/smtpd 7\.9 accepts it\.\n$/);
    expect(run(["--", "relay"]).stdout).toMatch(/smtpd 7\.9 accepts it\.\n$/);
    expect(run(["socket.conf", "relay"]).stdout).toMatch(/2 files/);
  });

  test("--help names every option, and has examples", () => {
    const { status, stdout, stderr } = run(["relay", "--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: smtpd-lint relay [options] <file>\n");
    expect(stdout).toContain("Examples:\n  smtpd-lint relay /etc/smtpd.conf\n");
    expect(stdout).toMatch(/^ {2}4 {2}neither is proven: /m);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(run(["--help"]).stdout).toContain("\n  relay [options] <file>");
  });

  test("a configuration that smtpd refuses is shown as such", () => {
    const { status, stdout } = run(["relay", "bad.conf"]);
    expect(status).toBe(refuted);
    expect(stdout).toBe(run(["bad.conf"]).stdout);
    const json = run(["relay", "bad.conf", "--format", "json"]);
    expect([json.status, JSON.parse(json.stdout).files[0].verdict]).toEqual([refuted, "rejected"]);
  });

  test("the configuration can come from standard input", () => {
    const { status, stdout } = run(["relay", "-"], { input: open["any.conf"] ?? "" });
    expect(status).toBe(refuted);
    expect(stdout).toContain("\n<stdin>:1:11: way in: ");
  });

  test("a file that cannot be read is told", () => {
    const message = "smtpd-lint: nowhere.conf: there is no such file.\n";
    expect(run(["relay", "nowhere.conf"])).toEqual({ status: unreadable, stdout: "", stderr: message });
  });

  test.each([
    [["relay"], 'Missing required argument "file".'],
    [["relay", "any.conf", "--src", "::1"], 'Unknown option "--src".'],
    [
      ["relay", "any.conf", "--address", "mx"],
      'Option "--address <ip>" argument "mx" is invalid. That is no IP address.',
    ],
    [["-D", "a=b", "relay", "any.conf"], "Options of a command stand behind it: smtpd-lint relay --define …"],
  ])("%j is told in a line, with a hint", (parameters, message) => {
    const stderr = `smtpd-lint: ${message}\nTry "smtpd-lint --help".\n`;
    expect(run(parameters)).toEqual({ status: usage, stdout: "", stderr });
  });
});
