import { describe, expect, test } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { type SnapshotOptions, snapshotAt } from "../testing.ts";
import { getCompletions } from "./get-completions.ts";

/** Everything that tests name: a list, a mapping, a table of unknown kind, actions, filters and the rest. */
const names = `
nets = "{ 10.0.0.0/8 }"
table hosts { "10.0.0.1" }
table users { alice = alice }
table unknown file:/etc/mail/unknown
table login { work = "user:password", home = "me:secret" }
table keys file:/etc/mail/keys
pki mail.example.org cert "/etc/ssl/mail.crt"
pki mail.example.org key "/etc/ssl/mail.key"
ca clients.example.org cert "/etc/ssl/clients.crt"
proc scanner "scan"
mda wrapper sandbox "box %{mda}"
filter rdns_check phase connect match !rdns disconnect "550 no name"
filter scan proc scanner
filter both chain { rdns_check, scan }
action "deliver" maildir
action "two words" mbox
listen on lo tag LOCAL
`;

const files: SnapshotOptions["files"] = {
  "/etc/mail/aliases": "root: alice\n",
  "/etc/mail/keys": "provider user:password\n",
  "/etc/ssl/mail.crt": "",
  "common/tables.conf": "",
  "macros.conf": "",
};

function itemsAt(textWithCursor: string, options: SnapshotOptions = {}): readonly CompletionItem[] {
  const { snapshot, position } = snapshotAt(textWithCursor, { files: files ?? {}, ...options });
  const { items } = getCompletions(snapshot, position);
  return items.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
}

/** The labels in the order in which an editor shows them; without snippets, which are tested apart. */
function offered(line: string, options: SnapshotOptions = {}): readonly string[] {
  return itemsAt(names + line, { client: { snippets: false }, ...options }).map(({ label }) => label);
}

/** The line after a label was chosen. */
function chosen(line: string, label: string, options: SnapshotOptions = {}): string {
  const { snapshot } = snapshotAt(names + line, { files: files ?? {}, ...options });
  const item = itemsAt(names + line, { client: { snippets: false }, ...options }).find((one) => one.label === label);
  if (item === undefined) throw new Error(`"${label}" is not offered`);
  const { range, newText } = item.textEdit as TextEdit;
  const { document } = snapshot;
  const text = document.getText();
  const written = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  return written.slice(names.length);
}

function newTextOf(item: CompletionItem | undefined): string | undefined {
  return item?.textEdit?.newText;
}

const statementWords = [
  "match",
  "action",
  "listen on",
  "table",
  "pki",
  "filter",
  "include",
  "admd",
  "bounce warn-interval",
  "ca",
  "mda",
  "mta",
  "smtp",
  "queue",
  "scheduler limit",
  "srs",
  "proc",
];

const conditions = ["from", "for", "action", "reject", "auth", "tag", "helo", "tls", "mail-from", "rcpt-to", "!"];
const fromWords = ["auth", "local", "any", "socket", "src", "rdns", "mail-from"];
const listenWords = [
  ...["port", "tls", "tls-require", "smtps", "pki", "auth", "auth-optional", "tag", "filter", "hostname"],
  ...["inet4", "inet6", "ciphers", "protocols", "ca", "hostnames", "mask-src", "received-auth", "no-dsn"],
  ...["proxy-v2", "senders"],
];
const without = (list: readonly string[], ...left: readonly string[]) => list.filter((word) => !left.includes(word));

describe("the words that the grammar takes, and no others", () => {
  test.each<[string, readonly string[]]>([
    ["|", statementWords],
    ["ma|", statementWords],
    ["match from any reject\n|", statementWords],
    ["# a comment\n  |", statementWords],
    ["match from any for any \\\n|", ["action", "reject", ...without(conditions.slice(4), "tag"), "tag"].toSorted()],
    ["match |", conditions],
    ["match fr|", conditions],
    ["match ! |", ["from", "for", "auth", "tag", "helo", "tls", "mail-from", "rcpt-to"]],
    ["match from |", fromWords],
    ["match from|", conditions],
    ["match for |", ["local", "any", "domain", "rcpt-to"]],
    ["match from any |", without(conditions, "from")],
    ["match from any for any |", without(conditions, "from", "for")],
    ["match tls |", without(conditions, "tls")],
    ["match from auth for any |", without(conditions, "from", "for", "auth")],
    ["match | for any action deliver", ["from", "action", "reject", ...conditions.slice(4)]],
    ["match from | for any action deliver", fromWords],
    ["match from | auth action deliver", without(fromWords, "auth")],
    ["match from any rcpt-to x for | action deliver", ["local", "any", "domain", "rcpt-to"]],
    ["match for any action deliver |", []],
    ["match reject |", []],
    ["listen |", ["on"]],
    ["listen on lo |", listenWords],
    ["listen on lo \\\n  tls \\\n  |", without(listenWords, "tls", "tls-require", "smtps")],
    ["listen on lo tls-require |", ["verify", ...without(listenWords, "tls", "tls-require", "smtps")]],
    ["listen on lo | port 25 auth", without(listenWords, "port", "auth", "auth-optional")],
    ["listen on lo tls pki mail.example.org |", without(listenWords, "tls", "tls-require", "smtps")],
    ["listen on lo tls-require | verify", []],
    ["listen on lo tls-require verify |", without(listenWords, "tls", "tls-require", "smtps")],
    ["listen on socket |", ["tag", "filter", "mask-src", "no-dsn"]],
    ["action a |", ["maildir", "lmtp", "mbox", "mda", "relay", "forward-only", "expand-only"]],
    ["action a mbox |", ["alias", "virtual", "userbase", "wrapper", "ttl"]],
    ["action a lmtp x |", ["rcpt-to", "alias", "virtual", "user", "userbase", "wrapper", "ttl"]],
    ["action a mbox alias <users> |", ["userbase", "wrapper", "ttl"]],
    ["action a mbox | alias <users>", ["userbase", "wrapper", "ttl"]],
    ["action a mbox ttl 4d |", []],
    [
      "action a relay host x auth <login> tls |",
      ["no-verify", ...relayWords("host", "auth", "tls", "domain", "backup")],
    ],
    ["action a relay backup |", ["mx", ...relayWords("host", "auth", "domain", "backup")]],
    ["filter f |", ["proc", "proc-exec", "phase", "chain"]],
    ["filter f phase |", ["connect", "helo", "ehlo", "auth", "mail-from", "rcpt-to", "data", "commit"]],
    ["filter f phase connect |", ["match"]],
    ["filter f phase connect match |", ["fcrdns", "rdns", "src", "!"]],
    ["filter f phase helo match ! |", ["fcrdns", "rdns", "src", "helo"]],
    ["filter f phase commit match fcrdns |", ["reject", "disconnect", "rewrite", "report"]],
    ["filter f phase data match fcrdns |", ["reject", "disconnect", "rewrite", "report", "junk", "bypass"]],
    ["filter f phase | match rcpt-to x junk", ["rcpt-to"]],
    ["filter f phase | match fcrdns junk", ["connect", "helo", "ehlo", "auth", "mail-from", "rcpt-to", "data"]],
    ["filter f proc-exec x |", ["user", "group", "chroot"]],
    ["proc p x user nobody |", ["group", "chroot"]],
    ["ca c |", ["cert"]],
    ["pki p |", ["cert", "key", "dhe"]],
    ["mda |", ["limit", "wrapper"]],
    ["mta |", ["max-deferred", "limit"]],
    ["mta limit for |", ["domain"]],
    ["queue |", ["compression", "encryption", "ttl"]],
    ["smtp |", ["ciphers", "max-message-size", "sub-addr-delim", "limit"]],
    ["srs |", ["key", "ttl"]],
    ["bounce |", ["warn-interval"]],
  ])("%s", (line, expected) => {
    const macros = offered(line).filter((label) => !label.startsWith("$"));
    expect([...macros].sort()).toEqual([...expected].sort());
  });
});

function relayWords(...left: readonly string[]): readonly string[] {
  const all = ["helo", "helo-src", "pki", "ca", "ciphers", "protocols", "src", "mail-from", "backup", "host", "domain"];
  return without([...all, "tls", "auth", "srs", "filter", "ttl"], ...left);
}

describe("in this order", () => {
  test.each<[string, readonly string[]]>([
    ["|", ["match", "action", "listen on", "table"]],
    ["match |", ["from", "for", "action", "reject"]],
    ["match from any for any |", ["action", "reject"]],
    ["listen on lo |", ["port", "tls", "tls-require", "smtps", "pki"]],
    ["listen on lo tls-require |", ["verify", "port", "pki"]],
    ["action a relay |", ["host", "tls", "helo"]],
    ["match from src |", ["<hosts>", "<unknown>", "<keys>", "regex", "$nets", "<users>", "<login>"]],
    ["action a mbox alias |", ["<users>", "<login>", "<unknown>", "<keys>", "$nets", "<hosts>"]],
    ["listen on lo auth |", ["<users>", "<login>", "<hosts>", "<unknown>"]],
    ["match tag |", ["LOCAL", "<hosts>"]],
    ["match from src <hosts> reject\nmatch for domain |", ["<unknown>", "<keys>", "<hosts>", "regex"]],
    ["match from src <unknown> reject\nmatch from src |", ["<hosts>", "<unknown>", "<keys>", "regex"]],
  ])("%s", (line, first) => {
    expect(offered(line).slice(0, first.length)).toEqual(first);
  });
});

describe("what the target does not have is not offered", () => {
  test.each<[string, SnapshotOptions["target"], string, boolean]>([
    ["|", "6.4.0", "filter", false],
    ["|", "6.6.0", "filter", true],
    ["|", "6.7.1", "admd", false],
    ["listen on lo |", "6.8.0", "protocols", false],
    ["listen on lo |", "7.3", "protocols", true],
    ["listen on socket |", "6.6.0", "tag", false],
    ["match from |", "6.6.0", "auth", false],
    ["match from |", "6.7.1", "auth", true],
    ["match from src |", "6.4.2", "regex", false],
    ["match from src |", "6.6.0", "regex", true],
    ["filter f phase |", "6.6.4", "auth", false],
    ["filter f phase helo match rdns |", "6.6.4", "bypass", false],
    ["action a lmtp x |", "7.4", "user", false],
    ["action a lmtp x |", "7.5", "user", true],
    ["listen on lo pki a tls |", "6.8.0", "pki", false],
    ["listen on lo pki a tls |", "7.3", "pki", true],
  ])("%s for %s: %s %s", (line, target, label, expected) => {
    expect(itemsAt(line, target === undefined ? {} : { target }).some((item) => item.label === label)).toBe(expected);
  });

  test("the release that brought something is in the item", () => {
    const notes = itemsAt("listen on lo |").flatMap(({ label, labelDetails }) =>
      labelDetails?.description === undefined ? [] : [`${label}: ${labelDetails.description}`],
    );
    expect(notes).toContain("protocols: since 7.3");
    expect(notes).toContain("proxy-v2: since 6.6.0");
  });
});

describe("names of the right kind", () => {
  test.each<[string, readonly string[]]>([
    ["match for any action |", ["deliver", "two words"]],
    ["match for any action del|", ["deliver", "two words"]],
    ['match for any action "|', ["deliver", "two words"]],
    ["action a relay pki |", ["mail.example.org"]],
    ["listen on lo tls ca |", ["clients.example.org"]],
    ["listen on lo filter |", ["rdns_check", "scan", "both"]],
    ["listen on lo filter { |", ["rdns_check", "scan"]],
    ["listen on lo filter { scan, | }", ["rdns_check"]],
    ["filter f chain { | , scan }", ["rdns_check"]],
    ["filter f proc |", ["scanner"]],
    ["action a mbox wrapper |", ["sandbox"]],
    ["match from src <|", ["<hosts>", "<unknown>", "<keys>", "<users>", "<login>"]],
    ["match from src <ho|>", ["<hosts>", "<unknown>", "<keys>", "<users>", "<login>"]],
    ["match from src regex <|", ["<hosts>", "<unknown>", "<keys>", "<users>", "<login>"]],
    ['match from src <"|', ["<hosts>", "<unknown>", "<keys>", "<users>", "<login>"]],
    ["match tag { |", ["LOCAL"]],
    ["listen on :: tag |", ["LOCAL"]],
    ["$|", ["$nets"]],
    ["match from src $ne|", ["$nets"]],
    ["listen on :: hostname |", ["mail.example.org"]],
  ])("%s", (line, expected) => {
    expect(offered(line).filter((label) => !label.startsWith("$") || line.includes("$"))).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ["match from src |", "<users>", "mapping: does not fit"],
    ["match from src |", "<hosts>", "list"],
    ["match from src |", "<unknown>", "table"],
    ["match for any action |\naction later mbox", "later", "defined further down"],
    ["match from src |\ntable below { a }", "<below>", "defined further down"],
  ])("%s: %s is noted as %s", (line, label, note) => {
    expect(itemsAt(names + line).find((item) => item.label === label)?.labelDetails?.description).toBe(note);
  });

  test.each<[string, string]>([
    ["action |\nmatch for any action missing", "missing"],
    ["action mis|\nmatch for any action missing", "missing"],
    ["table |\nmatch from src <missing> reject", "missing"],
    ["filter |\nlisten on lo filter missing", "missing"],
    ["proc |\nfilter f proc missing", "missing"],
    ["mda wrapper |\naction a mda x wrapper missing", "missing"],
    ["pki |\nlisten on lo tls pki missing.example", "missing.example"],
    ["pki half.example cert x\npki |", "half.example"],
    ["|\nmatch from src $missing reject", "missing"],
  ])("%s: what is used and not defined", (text, label) => {
    expect(itemsAt(text).map((item) => item.label)).toContain(label);
  });

  test.each(["pki half|", "pki half| cert x", "listen on lo tag half|"])(
    "%s: the name that is being typed is no offer",
    (text) => {
      expect(itemsAt(text).map((item) => item.label)).toEqual([]);
    },
  );

  test("a macro of further down is not there yet", () => {
    expect(itemsAt('match from src |\nlater = "x"').map(({ label }) => label)).not.toContain("$later");
  });

  test("in quotes smtpd replaces no macro, so none is offered", () => {
    expect(offered('match from any for domain "$|"')).toEqual([]);
  });
});

describe("values that the catalogue knows", () => {
  test.each<[string, readonly string[]]>([
    ["listen on lo port |", ["smtp", "smtps", "submission", "submissions", "25", "587", "465", "$nets"]],
    ['listen on lo port "|"', ["smtp", "submission", "smtps", "submissions"]],
    ["listen on |", ["lo", "lo0", "localhost", "0.0.0.0", "::", "egress", "all", "socket", "$nets"]],
    ["queue ttl |", ["4d", "$nets"]],
    ["queue ttl 4|", ["4d", "4h", "4m", "4s", "$nets"]],
    ["queue ttl 4h|", ["4d", "4h", "4m", "4s", "$nets"]],
    ["bounce warn-interval 1h, 2|", ["2h", "2d", "2m", "2s", "$nets"]],
    ["smtp max-message-size 35|", ["35M", "35B", "35K", "35G", "35T", "35P", "35E", "$nets"]],
    ["mta max-deferred |", ["100", "$nets"]],
    ["pki p dhe |", ["none", "auto", "legacy", "$nets"]],
    ["listen on lo tls protocols |", ["tlsv1.2", "tlsv1.3", "$nets"]],
    ['listen on lo tls protocols "tlsv1.2,|"', ["tlsv1.3"]],
    ["smtp limit |", ["max-rcpt", "max-mails", "$nets"]],
    ["smtp limit max-rcpt 500 |", ["max-mails", "$nets"]],
    ["smtp limit max-rcpt |", ["1000", "$nets"]],
    ["table t get|", [...backends(), "$nets"]],
    ['table t "|"', backends()],
    ["action a relay host |", [...schemes(), ...tables(), "$nets", ...misfits()]],
    ['action a relay host "|"', schemes()],
    ['action a relay host "smtps://|" auth <login>', ["work", "home"]],
    ["action a relay host smtps://| auth <login>", ["work", "home", "$nets"]],
    ['action a relay host "smtps://wo|@mail.example.net" auth <login>', ["work", "home"]],
    ['action a relay host "smtp+tls://|" auth <keys>', ["provider"]],
    ['action a relay host "smtp+tls://|" auth { inline = "a:b" }', ["inline"]],
    ['action a relay host "smtp://|" auth <login>', []],
    ['action a relay domain { a = "|" }', schemes()],
    ['table r { a = "|" }\naction a relay domain <r>', schemes()],
    ['table r { "|" }\naction a relay host <r>', schemes()],
    ['action a relay host "smtps://work@mail.example.net:|"', ["465"]],
    ['action a relay host "smtp+tls://mail.example.net:|"', ["25", "587"]],
    ['action a mda "x %{|"', specifiers()],
    ['action a mda "x %{user.|}"', specifiers()],
    ['mda wrapper w "x %{|"', [...specifiers(), "mda"]],
    ['action a maildir "/srv/%{rcpt:|}"', ["lowercase", "uppercase", "strip", "raw"]],
    ['action a maildir "/srv/%{rcpt:strip||u|"', ["lowercase", "uppercase", "raw"]],
    ['action a mda "x|"', []],
    ['include "|"', ["common/", "macros.conf"]],
    ['include "common/|"', ["tables.conf"]],
    ['pki p cert "/etc/|"', ["mail/", "ssl/"]],
    ['pki p cert "|"', ["etc/"]],
    ["table t file:/etc/mail/|", ["aliases", "keys", "$nets"]],
    ['table t "/etc/mail/al|"', ["aliases", "keys"]],
    ['match from any for domain "|"', []],
  ])("%s", (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });
});

function backends(): readonly string[] {
  const programs = ["sqlite:", "mysql:", "postgres:", "ldap:", "redis:", "passwd:", "socketmap:"];
  return ["file:", "static:", "db:", "getpwnam", "proc:", ...programs];
}

function schemes(): readonly string[] {
  return ["smtp://", "smtp+tls://", "smtp+notls://", "smtps://", "lmtp://"];
}

function tables(): readonly string[] {
  return ["<hosts>", "<unknown>", "<keys>"];
}

function misfits(): readonly string[] {
  return ["<users>", "<login>"];
}

function specifiers(): readonly string[] {
  const parts = ["sender", "rcpt", "dest"].flatMap((name) => [name, `${name}.user`, `${name}.domain`]);
  return [...parts, "user.username", "user.directory", "mbox.from"];
}

describe("what the line is when one is chosen", () => {
  test.each<[string, string, string]>([
    ["ma|", "match", "match"],
    ["lis|", "listen on", "listen on"],
    ["match fr|om any", "from", "match from any"],
    ["match fo|o any", "from", "match from any"],
    ["match\\\n  fo|\\\n  local reject", "for", "match\\\n  for\\\n  local reject"],
    ["match |\\\n  from any reject", "for", "match for \\\n  from any reject"],
    ['match action "del|iver" # "', "deliver", 'match action "deliver" # "'],
    ['match tag <"ho|sts"> from src { "a\nb" } reject', "<hosts>", 'match tag <"hosts"> from src { "a\nb" } reject'],
    ['action a mda "x %{rc|}\n y" mbox', "rcpt", 'action a mda "x %{rcpt}\n y" mbox'],
    ['action a mda "x %{rc|\n y"', "rcpt", 'action a mda "x %{rcpt}\n y"'],
    ["match |from any reject", "for", "match for from any reject"],
    ["match from src <hosts>|", "for", "match from src <hosts> for"],
    ["match from src { a }|", "for", "match from src { a } for"],
    ["match for any action |", "two words", 'match for any action "two words"'],
    ["match for any action tw|", "two words", 'match for any action "two words"'],
    ['match for any action "tw|', "two words", 'match for any action "two words"'],
    ['match for any action "tw|"', "two words", 'match for any action "two words"'],
    ["match for any action 'tw|o w'", "two words", "match for any action 'two words'"],
    ['match for any action "| from any', "deliver", 'match for any action "deliver" from any'],
    ["match from src |", "<hosts>", "match from src <hosts>"],
    ["match from src ho|", "<hosts>", "match from src <hosts>"],
    ["match from src <ho|", "<hosts>", "match from src <hosts>"],
    ["match from src <ho|>", "<hosts>", "match from src <hosts>"],
    ["match from src <|> reject", "<hosts>", "match from src <hosts> reject"],
    ["match from src < ho| > reject", "<hosts>", "match from src < hosts > reject"],
    ['match from src <"ho|', "<hosts>", 'match from src <"hosts">'],
    ['match from src <"ho|">', "<hosts>", 'match from src <"hosts">'],
    ["match from src $n|", "$nets", "match from src $nets"],
    ["match from src $n|x reject", "$nets", "match from src $nets reject"],
    ["queue ttl 4|", "4h", "queue ttl 4h"],
    ["queue ttl 4|d", "4h", "queue ttl 4h"],
    ["listen on lo port |", "587", "listen on lo port 587"],
    ["listen on lo port |", "submission", "listen on lo port submission"],
    ['action a mda "x %{se|"', "sender.user", 'action a mda "x %{sender.user}"'],
    ['action a mda "x %{se|nder} y"', "rcpt", 'action a mda "x %{rcpt} y"'],
    ['action a mda "x %{|', "rcpt", 'action a mda "x %{rcpt}'],
    ['action a mda "x %{rcpt:st|}"', "strip", 'action a mda "x %{rcpt:strip}"'],
    ['action a relay host "|"', "smtps://", 'action a relay host "smtps://"'],
    ['action a relay host "sm|tp://mail.example.net"', "smtps://", 'action a relay host "smtps://mail.example.net"'],
    ['action a relay host "|mail.example.net"', "smtps://", 'action a relay host "smtps://mail.example.net"'],
    ['action a relay host "smtps://w|x@h" auth <login>', "work", 'action a relay host "smtps://work@h" auth <login>'],
    ['action a relay host "smtps://|h" auth <login>', "work", 'action a relay host "smtps://work@h" auth <login>'],
    ['action a relay host "smtp+tls://h:|25"', "587", 'action a relay host "smtp+tls://h:587"'],
    ['action a relay host "smtps://w|" auth <login>', "work", 'action a relay host "smtps://work@" auth <login>'],
    ['include "com|"', "common/", 'include "common/"'],
    ['include "mac|', "macros.conf", 'include "macros.conf"'],
    ["include |", "macros.conf", "include macros.conf"],
    ["pki p cert /etc/ssl/|", "mail.crt", 'pki p cert "/etc/ssl/mail.crt"'],
    ['pki p cert "/etc/ssl/m|x"', "mail.crt", 'pki p cert "/etc/ssl/mail.crt"'],
    ["table t file:/etc/mail/a|", "aliases", "table t file:/etc/mail/aliases"],
    ["table t f|", "file:", "table t file:"],
    ["table t d|b:/etc/mail/x", "file:", "table t file:/etc/mail/x"],
    ['table t "d|b:/etc/mail/x"', "file:", 'table t "file:/etc/mail/x"'],
    ["table t f|ile:/etc/mail/x", "getpwnam", "table t getpwnam"],
    ['listen on lo tls protocols "tlsv1|.2,tlsv1.0"', "tlsv1.3", 'listen on lo tls protocols "tlsv1.3,tlsv1.0"'],
    ["table t { a }\ntable u {\n  b,\n  c }\nma|", "match", "table t { a }\ntable u {\n  b,\n  c }\nmatch"],
  ])("%s and %s", (line, label, expected) => {
    expect(chosen(line, label)).toBe(expected);
  });

  test("a name that is a reserved word gets its quotes", () => {
    const text = 'action "local" mbox\nmatch for any action |';
    const item = itemsAt(text).find(({ label }) => label === "local");
    expect(newTextOf(item)).toBe('"local"');
    expect(item?.filterText ?? item?.label).toBe("local");
  });

  test("an item of a table can be found by its name alone", () => {
    const [item] = itemsAt(`${names}match from src |`);
    expect([item?.label, item?.filterText]).toEqual(["<hosts>", "hosts"]);
  });
});

describe("in comments", () => {
  const words = ["disable-next-line", "disable-line", "disable", "enable", "disable-file"];
  test.each<[string, readonly string[]]>([
    ["# |", words.map((word) => `smtpd-lint: ${word}`)],
    ["#|", words.map((word) => `smtpd-lint: ${word}`)],
    ["# smtpd-l|", words.map((word) => `smtpd-lint: ${word}`)],
    ["# smtpd-lint: dis|", words.map((word) => `smtpd-lint: ${word}`)],
    ["# disa|", words.map((word) => `smtpd-lint: ${word}`)],
    ["# Some prose|", []],
    ["# Some prose |", []],
    ["match from any reject # |", words.map((word) => `smtpd-lint: ${word}`)],
    ["# smtpd-lint: disable-file unused-table -- |", []],
    ["# smtpd-lint: other |", []],
  ])("%s", (line, expected) => {
    expect(itemsAt(line).map(({ label }) => label)).toEqual(expected);
  });

  test("prose is not disturbed by what is typed", () => {
    const { snapshot, position } = snapshotAt("# |");
    expect(getCompletions(snapshot, position, " ").items).toEqual([]);
    expect(getCompletions(snapshot, position).items).not.toEqual([]);
  });

  test("the codes of findings come first, and none twice", () => {
    const codes = itemsAt("# smtpd-lint: disable-next-line unused-table, |\ntable x { a }\n").map(({ label }) => label);
    expect(codes).not.toContain("unused-table");
    const found = itemsAt("# smtpd-lint: disable-next-line |\ntable x { a }\nmatch for local reject\n");
    expect(found[0]).toMatchObject({ label: "unused-table", labelDetails: { description: "found here" } });
    expect(found.length).toBeGreaterThan(150);
  });

  test.each<[string, string, string]>([
    ["#|", "smtpd-lint: disable", "# smtpd-lint: disable"],
    ["# smtpd-lint: dis|able-line x", "smtpd-lint: enable", "# smtpd-lint: enable x"],
    ["# smtpd-lint: disable unused-|", "unused-table", "# smtpd-lint: disable unused-table"],
  ])("%s and %s", (line, label, expected) => {
    expect(chosen(line, label)).toBe(expected);
  });
});

describe("in texts that are broken", () => {
  test.each<[string, string]>([
    ["match frm any |", "from"],
    ["match from any for domain $nothing |", "action"],
    ["match from src 10.0.0.0/8 |", "for"],
    ["action maildir maildir |", "alias"],
    ['listen on lo tag "x\nmatch |', "from"],
    ["table t { a,\n\nmatch from any reject\nmatch |", "from"],
    ["match from any \\\n for |", "domain"],
    ["match from any # said \\\n listen on\nlisten |", "on"],
    ["x y z\nlisten |", "on"],
    ["{ } < > ! ,\nlisten |", "on"],
  ])("%j still offers %s", (text, label) => {
    const labels = itemsAt(text).map((item) => item.label);
    expect(labels).toContain(label);
  });

  test.each([
    "",
    "|",
    "\n\n|",
    "   |",
    "|match from any",
    '"|',
    "'|",
    "<|",
    "{|",
    "$|",
    "\\|",
    "match \\|",
    "\ud800|",
    "\u0000\nmatch |",
  ])("%j is answered", (text) => {
    expect(() => itemsAt(text.includes("|") ? text : `${text}|`)).not.toThrow();
  });
});

describe("in a file that another one includes", () => {
  const root = {
    path: "smtpd.conf",
    text: 'above = "x"\naction above mbox\ninclude "part.conf"\naction below mbox\nmatch for any action missing\n',
  };
  const inPart = (text: string) => itemsAt(text, { path: "part.conf", root });

  test("the names of both are there, those that come behind it with a note", () => {
    const items = inPart("action own mbox\nmatch for any action |").filter(({ label }) => !label.startsWith("$"));
    expect(items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description ?? ""}`.trim())).toEqual([
      "above",
      "own",
      "below defined further down",
    ]);
  });

  test("as are its macros, and the names that it lacks", () => {
    expect(inPart("match from src |").map(({ label }) => label)).toContain("$above");
    expect(inPart("action |").map(({ label }) => label)).toEqual(["missing"]);
  });

  test("an empty one begins with a statement", () => {
    expect(inPart("|").map(({ label }) => label)).toContain("match");
  });
});

describe("snippets", () => {
  test("stand at the start of a line only, for editors that know them", () => {
    const isSnippet = ({ insertTextFormat }: CompletionItem) => insertTextFormat === 2;
    expect(itemsAt("|").filter(isSnippet).length).toBeGreaterThan(25);
    expect(itemsAt("|", { client: { snippets: false } }).filter(isSnippet)).toEqual([]);
    expect(itemsAt("ma| from any reject").filter(isSnippet)).toEqual([]);
    expect(itemsAt("match |").filter(isSnippet)).toEqual([]);
  });

  test("stand before a carriage return, too", () => {
    const labels = (text: string) => itemsAt(text).map(({ label }) => label);
    expect(labels("ma|\r\n")).toEqual(labels("ma|\n"));
  });

  test("have the names that there are as choices", () => {
    const snippet = itemsAt(`${names}|`).find(({ label }) => label === "match (local users)");
    expect(newTextOf(snippet)).toBe('match for local action ${1|deliver,"two words"|}');
    const alone = itemsAt("|").find(({ label }) => label === "match (local users)");
    expect(newTextOf(alone)).toBe('match for local action ${1:"local"}');
  });

  test("a relay URL has its places to fill in", () => {
    const item = itemsAt("action a relay host |").find(({ label }) => label === "smtps://");
    expect(newTextOf(item)).toBe('"smtps://${2:label}@${1:mail.example.org}"');
  });

  test("a list has its place where one can stand", () => {
    expect(itemsAt("match from src |").map(({ label }) => label)).toContain("{ … }");
    expect(itemsAt("table t |").map(({ label }) => label)).toContain("{ … = … }");
    expect(itemsAt("match for any action |").map(({ label }) => label)).not.toContain("{ … }");
  });
});

describe("of very many names", () => {
  const tables = Array.from({ length: 700 }, (_, index) => `table t${index} { a }`).join("\n");
  const answer = (line: string) => {
    const { snapshot, position } = snapshotAt(`${tables}\n${line}`);
    return getCompletions(snapshot, position);
  };

  test("not all are sent, and the editor asks again", () => {
    expect(answer("match from src |").isIncomplete).toBe(true);
    expect(answer("match from src |").items.length).toBe(500);
  });

  test("all that fit what is typed are sent, where they are not too many", () => {
    const { isIncomplete, items } = answer("match from src t69|");
    expect(isIncomplete).toBe(false);
    expect(items.map(({ label }) => label)).toContain("<t699>");
    expect(items.map(({ label }) => label)).not.toContain("<t700>");
  });
});

describe("beside a name stands its statement", () => {
  test.each<[string, string, string]>([
    ["table hosts { 10.0.0.1 }\nmatch from src |", "<hosts>", "table hosts { … }"],
    ['table login { work = "user:secret" }\naction a relay host x auth |', "<login>", "table login { … }"],
    ["table t file:/etc/mail/t\nmatch from src |", "<t>", "table t file:/etc/mail/t"],
    [
      'action a relay host "smtps://user:secret@x" auth { b = "c:d" }\nmatch action |',
      "a",
      'action a relay host "…" auth { … }',
    ],
    ["action a mbox \\\n  ttl 4d\nmatch action |", "a", "action a mbox \\ …"],
    [`filter f proc-exec "${"x".repeat(90)}"\nlisten on lo filter |`, "f", `filter f proc-exec "${"x".repeat(60)} …`],
    ['m = "value"\nmatch from src |', "$m", "value"],
    ['password = "value"\nmatch from src |', "$password", "macro"],
    ['k = "value"\nsrs key $k\nmatch from src |', "$k", "macro"],
  ])("%j: %s", (text, label, detail) => {
    expect(itemsAt(text).find((item) => item.label === label)?.detail).toBe(detail);
  });
});
