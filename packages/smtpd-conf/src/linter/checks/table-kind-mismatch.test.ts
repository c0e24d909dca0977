import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-kind-mismatch";
const tables = "table list { a }\ntable map { a = b }\ntable users getpwnam\ntable none static\n";

test("wants a mapping for aliases, users, names and passwords", () => {
  expectMarked(code, `${tables}action a mbox alias <|<list>|>\n`);
  expectMarked(code, `${tables}action a mbox virtual <|{ x, y }|>\n`);
  expectMarked(code, `${tables}action a mbox userbase <|"x"|>\n`);
  expectMarked(code, `${tables}action a relay host h auth <|<list>|> helo-src <|<list>|>\n`);
  expectMarked(code, `${tables}listen on lo hostnames <|<list>|> senders <|<list>|>\n`);
  expectSilent(code, `${tables}action a mbox alias <map>\n`);
});

test("wants a list in conditions of where and for whom", () => {
  expectMarked(
    code,
    `${tables}match from src <|<map>|> for domain <|{ a = b }|> tag <|<map>|> helo <|<map>|> reject\n`,
  );
  expectSilent(code, `${tables}match from src <list> for domain x tag { y, z } helo <list> reject\n`);
});

test("takes a mapping for senders, recipients, users and addresses from 7.5 on", () => {
  const rules = (map: string) =>
    `${tables}match mail-from ${map} rcpt-to ${map} auth ${map} reject\naction a relay src ${map}\n`;
  expectMarked(code, rules("<|<map>|>"), { target: "7.4" });
  expectSilent(code, rules("<map>"), { target: "7.5" });
});

test("refuses a mapping as from auth in every release", () =>
  expectMarked(code, `${tables}match from auth <|<map>|> reject\n`));

test("knows what getpwnam and, up to 6.8, db cannot answer", () => {
  expectMarked(code, `${tables}match for domain <|<users>|> reject\n`);
  expectSilent(code, `${tables}action a mbox userbase <users>\n`);
  expectMarked(code, "table d db:/x\nmatch tag <|<d>|> reject\n", { target: "6.8.0" });
  expectSilent(code, "table d db:/x\nmatch tag <d> reject\n", { target: "7.3" });
});

test("refuses a table without entries everywhere", () => expectMarked(code, `${tables}match helo <|<none>|> reject\n`));

test("has nothing to say of a file that nobody has read, and of programs", () => {
  expectSilent(code, "table t file:/x\naction a mbox alias <t>\nmatch for domain <t> action a\n");
  expectSilent(code, "table t mysql:/x\naction a mbox alias <t>\nmatch for domain <t> action a\n");
});

test("uses what is known of a file", () => {
  const readTableKind = () => "list" as const;
  expectMarked(code, "table t file:/x\naction a mbox alias <|<t>|>\n", { readTableKind });
});

test("does not look where smtpd does not: listener auth, and builtin filters", () => {
  expectSilent(code, `${tables}pki p cert "/c" key "/k"\nlisten on lo tls pki p auth <list>\n`);
  expectSilent(code, `${tables}filter f phase connect match src <map> junk\n`);
});

test("says what it takes and how to write it", () =>
  expectMessage(code, `${tables}action a mbox alias <list>\n`, {
    message: '"alias" takes a mapping (key = value), and this is a list.',
    help: 'Write entries such as { "postmaster" = "root" }.',
  }));
