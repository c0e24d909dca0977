import { describe, expect, test } from "vitest";
import { deliveryMethods } from "../../packages/smtpd-conf/src/language/action-options.ts";
import { filterPhases } from "../../packages/smtpd-conf/src/language/filter-phases.ts";
import { formatModifiers, formatSpecifiers } from "../../packages/smtpd-conf/src/language/format-specifiers.ts";
import { keywordNames } from "../../packages/smtpd-conf/src/language/keywords.ts";
import { limits } from "../../packages/smtpd-conf/src/language/limits.ts";
import { relaySchemes } from "../../packages/smtpd-conf/src/language/relay-schemes.ts";
import { settings } from "../../packages/smtpd-conf/src/language/settings.ts";
import { statements } from "../../packages/smtpd-conf/src/language/statements.ts";
import { tableBackends } from "../../packages/smtpd-conf/src/language/table-backends.ts";
import { loadGrammar, type ScopedText, tokenize } from "./tokenize.ts";

const grammar = await loadGrammar();

function pieces(text: string): readonly ScopedText[] {
  return tokenize(grammar, text).flat();
}

/** The innermost scope of the first piece that is this text. */
function scopeOf(word: string, text: string): string | undefined {
  return pieces(text)
    .find((piece) => piece.text.trim() === word)
    ?.scopes.at(-1)
    ?.replace(/^.* /, "");
}

/** The pieces that have a scope, which may be an outer one, as texts. */
function withScope(scope: string, text: string): readonly string[] {
  const found = pieces(text).filter(({ scopes }) =>
    scopes.some((one) => one.split(" ").some((name) => has(name, scope))),
  );
  return found.map((piece) => piece.text);
}

function has(name: string, scope: string): boolean {
  return name === scope || name.startsWith(`${scope}.`);
}

describe("words", () => {
  test.each(keywordNames)("%s has a colour, in a statement", (word) => {
    expect(scopeOf(word, `match ${word} `)).toMatch(/^(?:keyword|constant\.language)/);
  });

  const first = [...new Set([...statements, ...settings].map(({ words }): string => words[0]))];
  test.each(first)("%s begins a statement", (word) => {
    expect(scopeOf(word, `  ${word} x`)).toBe("keyword.control.statement");
  });

  test("a keyword is a whole word", () => {
    expect(withScope("keyword", "listen on tls.example tls-require tls pki x.tls")).toEqual([
      "listen",
      "on",
      "tls-require",
      "tls",
      "pki",
    ]);
  });

  test.each(deliveryMethods)("$name is a method", ({ name }) => {
    expect(scopeOf(name, `action x ${name} `)).toBe("keyword.other.method");
  });

  test.each(filterPhases)("$name is a phase", ({ name }) => {
    expect(scopeOf(name, `filter x phase ${name} match`)).toBe("constant.language.phase");
  });

  test("decisions stand out", () => {
    expect(withScope("keyword.control.decision", "match from any for any reject")).toEqual(["reject"]);
    const filter = 'filter x phase connect match !fcrdns disconnect "550 no"';
    expect(withScope("keyword.control.decision", filter)).toEqual(["disconnect"]);
  });

  test("a statement goes on behind a backslash", () => {
    const text = "listen on lo \\\n  pki mail.example.org \\\n  auth\nauth";
    expect(withScope("meta.statement", text).join("")).toBe("listen on lo \\  pki mail.example.org \\  auth");
    expect(withScope("constant.character.escape.line-continuation", text)).toEqual(["\\", "\\"]);
    expect(scopeOf("pki", text)).toBe("keyword.other.option");
  });
});

describe("names", () => {
  test.each([
    ["action", 'action "local" mbox', '"local"', "entity.name.function.action"],
    ["action, used", "match for local action local_users", "local_users", "entity.name.function.action"],
    ["filter", "filter rspamd proc scanner", "rspamd", "entity.name.function.filter"],
    ["filter, used", "listen on lo filter rspamd", "rspamd", "entity.name.function.filter"],
    ["filter, in a list", "listen on lo filter { a, rspamd }", "rspamd", "entity.name.function.filter"],
    ["filter, in a chain", "filter all chain {\n  a,\n  rspamd\n}", "rspamd", "entity.name.function.filter"],
    ["program", 'proc scanner "/bin/scan"', "scanner", "entity.name.function.proc"],
    ["program, used", "filter x proc scanner", "scanner", "entity.name.function.proc"],
    ["wrapper", 'mda wrapper nice "nice %{mda}"', "nice", "entity.name.function.wrapper"],
    ["wrapper, used", "action x mbox wrapper nice", "nice", "entity.name.function.wrapper"],
    ["table", "table domains file:/etc/domains", "domains", "entity.name.type.table"],
    ["table, used", "match for domain <domains> reject", "domains", "entity.name.type.table"],
    ["table, used in quotes", 'match for domain < "data" > reject', '"data"', "entity.name.type.table"],
    ["certificate", "pki mail.example.org", "mail.example.org", "entity.name.type.pki"],
    ["certificate, used", "listen on lo tls pki mail.example.org", "mail.example.org", "entity.name.type.pki"],
    ["authority", 'ca private cert "/a"', "private", "entity.name.type.ca"],
    ["tag", "listen on lo tag USERS", "USERS", "variable.other.constant.tag"],
    ["macro", 'lan = "em0"', "lan", "variable.other.macro"],
    ["macro, used", "listen on $lan", "lan", "variable.other.macro"],
  ])("%s", (_title, text, name, scope) => expect(scopeOf(name, text)).toBe(scope));

  test("a reserved word is no name", () => {
    expect(scopeOf("reject", "match for any action reject")).toBe("keyword.control.decision");
  });

  test("a dollar within a word is no macro", () => {
    expect(withScope("variable.other.macro", "listen on $lan port a$b")).toEqual(["$", "lan"]);
  });

  test("=> is not a definition", () => expect(withScope("variable.other.macro", "a => b")).toEqual([]));
});

describe("values", () => {
  test.each([
    ["a delay", "queue ttl 4d", "4d", "constant.numeric.delay"],
    ["a size", "smtp max-message-size 1.5M", "1.5M", "constant.numeric.size"],
    ["a number", "mta max-deferred 100", "100", "constant.numeric.integer"],
    ["a port", "listen on lo port 2525", "2525", "constant.numeric.port"],
    ["a named port", "listen on lo port submission", "submission", "constant.numeric.port"],
    ["a port that is a reserved word", "listen on lo port smtps", "smtps", "constant.numeric.port"],
    ["an IPv4 network", "match from src 10.0.0.0/8", "10.0.0.0/8", "constant.numeric.ip-address"],
    ["an IPv6 address", "listen on 2001:db8::1", "2001:db8::1", "constant.numeric.ip-address"],
    ["an IPv6 address with a scope", "listen on fe80::1%em0", "fe80::1%em0", "constant.numeric.ip-address"],
    ["a mail address", "match rcpt-to anna@example.org", "anna@example.org", "string.unquoted.mail-address"],
    ["a host", "action x relay helo mail.example.org", "mail.example.org", "string.unquoted"],
    ["what is no address", "listen on 1.2.3.4.5", "1.2.3.4.5", "string.unquoted"],
  ])("%s", (_title, text, value, scope) => expect(scopeOf(value, text)).toBe(scope));

  test.each(Object.values(limits).flat())("$name is a key of limits", ({ name }) => {
    expect(scopeOf(name, `mta limit ${name} 5`)).toBe("support.variable.limit");
  });

  test.each(tableBackends.filter(({ path }) => path !== undefined))("$name:", ({ name }) => {
    expect(withScope("support.type.backend", `table x ${name}:/etc/y`)).toEqual([name]);
    expect(withScope("string.unquoted.path", `table x ${name}:/etc/y`)).toEqual(["/etc/y"]);
    expect(withScope("support.type.backend", `table x "${name}:/etc/y"`)).toEqual([name]);
  });

  test.each(relaySchemes)("$name://", ({ name }) => {
    for (const url of [`${name}://label@mx.example.net:587`, `"${name}://label@[::1]:587"`]) {
      const text = `action x relay host ${url}`;
      expect(withScope("support.type.scheme", text)).toEqual([name]);
      expect(withScope("entity.name.label", text)).toEqual(["label"]);
      expect(withScope("constant.numeric.port", text)).toEqual(["587"]);
    }
  });
});

describe("format specifiers", () => {
  test.each(formatSpecifiers)("%{$name}", ({ name }) => {
    expect(scopeOf(name, `action x maildir "/m/%{${name}}"`)).toBe("variable.language.specifier");
  });

  test.each(formatModifiers)("with :$name", ({ name }) => {
    const text = `action x maildir "/m/%{rcpt:${name}|${name}[0:2]}/%{rcpt[0]:${name}}"`;
    expect(withScope("storage.modifier", text)).toEqual([name, name, name]);
    expect(withScope("constant.numeric.range", text)).toEqual(["[0:2]", "[0]"]);
  });

  test("a name that nobody knows is marked", () => {
    expect(withScope("invalid", 'action x maildir "/m/%{rcpt.name}/%{user.username}"')).toEqual(["rcpt.name"]);
  });
});

describe("regular expressions", () => {
  const scope = "string.regexp";

  test("the string behind regex, and each in a list", () => {
    expect(withScope(scope, 'match mail-from regex "^a" for any reject').join("")).toBe('"^a"');
    expect(withScope(scope, "match rcpt-to regex {\n  'a|b',\n  \"c\" } reject").join("")).toBe("'a|b'\"c\"");
  });

  test("no other string", () => {
    expect(withScope(scope, 'match mail-from regex <x> for domain "^a" action "b"')).toEqual([]);
    expect(withScope(scope, 'match mail-from regex "a" helo "b" reject').join("")).toBe('"a"');
  });

  test.each([
    ["anchors", "^a$", "keyword.control.anchor.regexp", ["^", "$"]],
    ["quantifiers", "a*b+c?d{2,3}", "keyword.operator.quantifier.regexp", ["*", "+", "?", "{2,3}"]],
    ["groups", "(a|b)", "punctuation.definition.group.regexp", ["(", ")"]],
    ["alternatives", "a|b", "keyword.operator.or.regexp", ["|"]],
    ["classes", "[^[:alpha:]x]", "constant.other.character-class.posix.regexp", ["[:alpha:]"]],
    ["ranges", "[a-z_]", "constant.other.character-class.range.regexp", ["a-z"]],
    ["escapes", "\\.org", "constant.character.escape.regexp", ["\\."]],
    ["a bracket within a class", "[]a]b", "punctuation.definition.character-class.end.regexp", ["]"]],
  ])("%s", (_title, regex, name, found) => {
    expect(withScope(name, `match helo regex "${regex}" reject`)).toEqual(found);
  });
});

describe("commands of the shell", () => {
  const scope = "meta.embedded.line.shell";

  test.each([
    ["mda", 'action x mda "exec $HOME" user y', "exec $HOME"],
    ["proc-exec", "filter x proc-exec '/bin/f $A' user \"y\"", "/bin/f $A"],
    ["proc", 'proc x "/bin/f $A" chroot "/var"', "/bin/f $A"],
    ["mda wrapper", 'mda wrapper x "nice $A"', "nice $A"],
    ["a quote in a command", 'action x mda "echo \\"$A\\""', 'echo \\"$A\\"'],
  ])("%s", (_title, text, command) => {
    expect(withScope(scope, text).join("")).toBe(command);
    expect(withScope("variable.other.shell", text)).toHaveLength(1);
  });

  test("what a command has open ends with its string", () => {
    const text = 'action x mda "echo \'a" user anna\nlisten on lo';
    expect(withScope("string.quoted.single.shell", text).join("")).toBe("'a");
    expect(scopeOf("user", text)).toBe("keyword.other.option");
  });

  test("format specifiers are seen within strings of the shell", () => {
    expect(scopeOf("rcpt", "action x mda \"echo '%{rcpt}'\"")).toBe("variable.language.specifier");
  });

  test("the names of programs' users are no commands", () => {
    expect(withScope(scope, 'proc x "/bin/f" user "y" group "z"')).toEqual(["/bin/f"]);
    expect(withScope(scope, "action x mbox wrapper y ttl 4d")).toEqual([]);
  });
});

describe("comments", () => {
  test("a comment goes on behind a backslash, as smtpd reads it", () => {
    expect(withScope("comment", "# a \\\nlisten on b\nlisten on c").join("")).toBe("# a \\listen on b");
  });

  test("comments for the linter", () => {
    const text = "# smtpd-lint: disable-next-line open-relay, unused-table -- it is a test";
    expect(scopeOf("smtpd-lint:", text)).toBe("keyword.other.directive");
    expect(scopeOf("disable-next-line", text)).toBe("keyword.control.directive");
    expect(withScope("constant.other.code", text)).toEqual(["open-relay", "unused-table"]);
    expect(withScope("comment.line.reason", text).join("")).toBe("-- it is a test");
  });

  test("a # in a string begins none", () => expect(withScope("comment", 'srs key "a#b"')).toEqual([]));
});

describe("strings", () => {
  test("a backslash before the quote is part of the text", () => {
    expect(withScope("string", 'srs key "a\\"b" c').join("")).toBe('"a\\"b"c');
    expect(withScope("constant.character.escape", "srs key 'a\\'b'")).toEqual(["\\'"]);
  });

  test("a string ends where its quote is, also on another line", () => {
    expect(scopeOf("backup", 'srs key "a\nb" backup')).toBe("keyword.other.option");
  });
});
