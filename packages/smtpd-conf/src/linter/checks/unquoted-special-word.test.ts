import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "unquoted-special-word";

test("marks the whole word", () => {
  expectMarked(code, "table t <|/etc/mail/aliases|>\n");
  expectMarked(code, "match mail-from <|@example.org|> for domain x reject\n");
  expectMarked(code, "table t { a, <|*.b|>, c }\n");
  expectMarked(code, "match from src { <|[::1]|> } reject\n");
  expectMarked(code, "smtp sub-addr-delim <|+|> # plus\n");
  expectMarked(code, "action <|é|> mbox\n");
});

test("puts it in quotes, of the kind that it has not", () => {
  expectFixed(code, "include /etc/x\n", 'include "/etc/x"\n');
  expectFixed(code, 'table t { /a"b }\n', "table t { '/a\"b' }\n");
  expectFixed(code, "match helo </x> reject\n", 'match helo <"/x"> reject\n');
});

test("takes a command with its arguments", () => {
  expectFixed(code, "action a mda /x -f - user y\n", 'action a mda "/x -f -" user y\n');
  expectFixed(code, "proc p /x -a 1\n", 'proc p "/x -a 1"\n');
  expectFixed(code, "mda wrapper w /x %{mda}\n", 'mda wrapper w "/x %{mda}"\n');
});

test("marks arguments outside of the quotes of a command", () => {
  expectMarked(code, 'filter f proc-exec "x" <|-d example.org|> user y\n');
  expectRelated(code, 'filter f proc-exec <|"x"|> -d example.org user y\n');
  expectFixed(code, 'filter f proc-exec "x" -d z user y\n', 'filter f proc-exec "x -d z" user y\n');
});

test("marks a word that a special character ends too early", () => {
  expectMarked(code, "smtp ciphers <|HIGH:!aNULL|>\n");
  expectFixed(code, "srs key a=b\n", 'srs key "a=b"\n');
  expectFixed(code, "match mail-from a(b)c reject\n", 'match mail-from "a(b)c" reject\n');
});

test("puts quotes into the macro that it comes from", () => {
  const pki = "pki x cert <|$c|> key k\n";
  expectMarked(code, `c = "/x"\n${pki}`);
  expectRelated(code, 'c = <|"/x"|>\npki x cert $c key k\n');
  expectFixed(code, 'c = "/x"\npki x cert $c key k\n', "c = '\"/x\"'\npki x cert $c key k\n");
  expectNoFix(code, "pki x cert $c key k\n", { definitions: ["c=/x"] });
});

test("says what is wrong", () => {
  expectMessage(code, "include /x\n", { message: 'A bare word cannot begin with "/".', help: 'Quote it: "/x".' });
  expectMessage(code, "smtp ciphers a!b\n", { message: 'A bare word ends before "!".' });
});

test("is content with special characters within a word", () =>
  expectSilent(code, "table t { a/b, c@d, e*f, ::1, x.y-z+1%eth0, _a[1] }\n"));

test("has nothing to say where no value could stand", () => {
  expectSilent(code, "match from any reject /x\n");
  expectSilent(code, "/etc/x\n");
});

test("takes a word that breaks off in a list as a whole", () => {
  expectFixed(code, "table t { a\u00e9b.org }\n", 'table t { "a\u00e9b.org" }\n');
});

test.each(['table t { "a"\u00e9b }\n', "table t { \u00e9\\ }\n"])("has no fix for %j", (text) => {
  expectNoFix(code, text);
});
