import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { openAnalysis } from "./analysis.ts";
import { effectiveConfiguration } from "./effective-configuration.ts";
import { printConfiguration } from "./print-configuration.ts";

interface Settings {
  readonly target?: Release;
  readonly serverName?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly definitions?: readonly string[];
}

function printed(text: string, { target = "7.9", serverName, files = {}, definitions }: Settings = {}): string {
  const configuration = parseConfiguration({
    path: "smtpd.conf",
    text,
    target,
    definitions,
    files: {
      read: (path) => {
        const content = files[path];
        return content === undefined
          ? { kind: "failed", reason: "missing" }
          : { kind: "file", text: content, encoding: "utf8" };
      },
    },
  });
  const model = buildModel(configuration, { target });
  return printConfiguration(effectiveConfiguration(model, openAnalysis(model), { serverName }));
}

/** The statements that are in the file, without comments and what is in force without a statement. */
function stated(text: string, settings: Settings = {}): readonly string[] {
  const [own = ""] = printed(text, settings).split("# What is in force");
  return own.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

describe("a statement is printed", () => {
  test.each([
    ['queue ttl "4d"', "queue ttl 4d"],
    ["bounce warn-interval 1h, 2h, 3h, 4h, 5h", "bounce warn-interval 1h, 2h, 3h, 4h"],
    ["queue compression", "queue compression"],
    ["smtp max-message-size 1000", "smtp max-message-size 1000"],
    ['ca "Internal" cert "/c"', 'ca internal cert "/c"'],
    ['mda wrapper w "cat %{mda}"', 'mda wrapper w "cat %{mda}"'],
    ['proc p "cmd" user u', "proc p cmd user u"],
    ['filter f proc-exec "cmd a" chroot "/c" user u', 'filter f proc-exec "cmd a" chroot "/c" user u'],
    [
      'filter f phase helo match !helo regex "^\\[" reject "550 no"',
      'filter f phase helo match !helo regex "^\\[" reject "550 no"',
    ],
    ["filter f phase connect match rdns junk", "filter f phase connect match rdns junk"],
    ['table t { "a" => "b c" }', 'table t { a = "b c" }'],
    ['table t "/etc/t"', 'table t "/etc/t"'],
    ["table t file:/etc/t", "table t file:/etc/t"],
    [
      "mta limit for domain a.example inet4 max-conn-per-host 2",
      "mta limit for domain a.example inet4 max-conn-per-host 2",
    ],
    ["listen on socket mask-src", "listen on socket mask-src"],
    ["listen on lo port smtp", "listen on lo port smtp"],
    ["action a mbox ttl 1h", "action a mbox ttl 1h"],
    ['action a maildir "~/Mail" junk', 'action a maildir "~/Mail" junk ttl 4d'],
    ["action a maildir", 'action a maildir "~/Maildir" ttl 4d'],
    ["action a maildir user vmail", "action a maildir user vmail ttl 4d"],
    ["action a relay backup mx mx.example", "action a relay backup mx mx.example ttl 4d"],
    ["action a relay tls no-verify host { a, b }", "action a relay host { a, b } tls no-verify ttl 4d"],
  ])("%s", (text, expected) => {
    expect(stated(`${text}\n`)).toEqual([expected]);
  });

  test.each([
    ["match reject", "match from local for local reject"],
    ["match ! for local from auth reject", "match from any !for local auth reject"],
    ["match from mail-from <t> reject", "match from any for local mail-from <t> reject"],
    ['match for rcpt-to regex "@a" tag T reject', 'match from local for any tag T rcpt-to regex "@a" reject'],
    ["match from rdns !helo { a, b } reject", "match from rdns for local !helo { a, b } reject"],
  ])("%s", (text, expected) => {
    expect(stated(`table t { x }\n${text}\n`).at(-1)).toBe(expected);
  });
});

describe("of several statements about one thing", () => {
  test("the last setting counts, in the place of the first", () => {
    expect(stated("srs key a\naction r relay srs\nsrs key b\n")).toEqual(["srs key b", "action r relay srs ttl 4d"]);
  });

  test("a key of the queue stays where a later statement names none", () => {
    const key = "0123456789abcdef0123456789abcdef";
    expect(stated(`queue encryption "${key}"\nqueue encryption\n`)).toEqual([`queue encryption ${key}`]);
  });

  test("those of a pki add up, and of a ca the last counts", () => {
    expect(stated("pki A cert c\nca x cert one\npki a key k\npki a cert d\nca X cert two\n")).toEqual([
      "pki a cert d key k",
      "ca x cert two",
    ]);
  });

  test("limits are replaced one by one", () => {
    expect(stated("smtp limit max-rcpt 500 max-mails 2\nsmtp limit max-rcpt 600\n")).toEqual([
      "smtp limit max-mails 2",
      "smtp limit max-rcpt 600",
    ]);
  });

  test("general limits stay where a domain copies them", () => {
    const text = "mta limit max-conn-per-host 1\nmta limit for domain a\nmta limit max-conn-per-host 2\n";
    expect(stated(text)).toEqual(text.trimEnd().split("\n"));
  });

  test("the last wrapper of an action counts", () => {
    const text = "mda wrapper v cat\nmda wrapper w cat\naction a maildir wrapper v wrapper w\n";
    expect(stated(text).at(-1)).toBe('action a maildir "~/Maildir" wrapper w ttl 4d');
  });
});

describe("macros and includes are resolved", () => {
  test("with what the command line says", () => {
    expect(stated('p = "port 26 tag A"\nlisten on $i $p\n', { definitions: ["i=em0"] })).toEqual([
      "listen on em0 port 26 tag A",
    ]);
  });

  test("in their place, which a comment names", () => {
    const text = 'include "a.conf"\nqueue ttl 4d\n';
    expect(printed(text, { files: { "a.conf": "queue compression\n" } })).toContain(
      "\n# From a.conf:\nqueue compression\n\n# Back in smtpd.conf:\nqueue ttl 4d\n",
    );
  });

  test("and a name of a file cannot leave its comment", () => {
    const text = 'include "a\\\\\n"\n';
    expect(printed(text, { files: { "a\\": "queue compression\n" } })).toContain("# From a\\:\nqueue compression\n");
  });
});

describe("defaults", () => {
  test("are options where they can be written", () => {
    expect(stated("listen on em0\naction a relay\n", { serverName: "mx.example.org" })).toEqual([
      "listen on em0 port 25 hostname mx.example.org",
      "action a relay helo mx.example.org ttl 4d",
    ]);
  });

  test("are comments where they cannot", () => {
    const text = printed("listen on em0\naction a mbox\n");
    expect(text).toContain(
      "# address family: both families; TLS mode: plain text only; auth: no logins; tag: no tag; hostname:\n#   the server name\nlisten on em0 port 25\n",
    );
    expect(text).toContain("# alias mapping: no aliases; userbase mapping: the system's users\naction a mbox ttl 4d\n");
  });

  test("follow the queue's ttl", () => {
    expect(stated("action a mbox\nqueue ttl 2d\n")[0]).toBe("action a mbox ttl 2d");
  });

  test("of the daemon stand at the end, without those that something sets", () => {
    const text = printed("queue ttl 2d\nsmtp limit max-mails 5\n", { target: "6.4.2" });
    expect(text.slice(text.indexOf("# What is"))).toMatch(
      /^# What is in force without a statement:\n# listen on socket\n\nbounce warn-interval 4h\nmta max-deferred 100\nsmtp max-message-size 35M\nsmtp sub-addr-delim "\+"\nsmtp limit max-rcpt 1000\nmda limit /,
    );
  });

  test("of SRS are in force with a key only", () => {
    expect(printed("queue ttl 4d\n")).not.toContain("srs");
    expect(printed("srs key a\n")).toContain("\nsrs ttl 4d\n");
  });
});

describe("filters of a listener", () => {
  test("are named by phase, chains resolved", () => {
    const filters = [
      "filter a phase mail-from match rdns junk",
      "filter b phase auth match !auth junk",
      "filter p proc-exec p",
      "filter c chain { a, p }",
    ];
    const text = printed(`${filters.join("\n")}\nlisten on em0 filter { c, b }\n`);
    expect(text).toContain("# smtpd runs this at connect.\nfilter b phase auth match !auth junk\n");
    expect(text).toContain(
      "# Filter programs: p.\n# Filters at connect: b.\n# Filters at mail-from: a.\nlisten on em0",
    );
  });
});

describe("long statements", () => {
  const names = Array.from({ length: 12 }, (_, index) => `a-rather-long-name-${index}.example`);

  test("take a line for each entry", () => {
    const lines = stated(`table t { ${names.join(" ")} }\n`);
    expect(lines).toEqual(["table t {", ...names.map((name) => `\t${name}`), "}"]);
  });

  test("break between entries alone in releases that know nothing else", () => {
    const lines = stated(`table t { ${names.join(" ")} }\n`, { target: "7.4" });
    expect(lines).toEqual([
      `table t { ${names[0]}`,
      ...names.slice(1, -1).map((name) => `\t${name}`),
      `\t${names.at(-1)} }`,
    ]);
  });

  test("break between options", () => {
    const [, host, helo, from] = names;
    const lines = stated(`action a relay host smtp://${host} helo ${helo} mail-from ${from} src 192.0.2.1\n`);
    expect(lines).toEqual([
      `action a relay helo ${helo} src 192.0.2.1 \\`,
      `\tmail-from ${from} host smtp://${host} ttl 4d`,
    ]);
  });
});

test("a table that smtpd numbered is printed as itself: the numbers change", () => {
  const text = 'match for domain { a, b } from src "::1" reject\nmatch from src <"<dynamic:1>"> reject\n';
  expect(stated(text).at(-1)).toBe("match from src ::1 for local reject");
});

test("rules are numbered, and what comes of other mail is said", () => {
  const text = printed("match reject\nmatch from any reject\n");
  expect(text).toContain(
    "# rule 1\nmatch from local for local reject\n# rule 2\nmatch from any for local reject\n# else: refused with 550\n",
  );
});
