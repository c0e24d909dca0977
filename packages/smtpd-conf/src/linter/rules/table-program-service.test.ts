import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "table-program-service";
const virtual = "action a mbox virtual <t>\nmatch for domain x action a\n";
const markedVirtual = virtual.replace("<t>", "<|<t>|>");
const rule = "match for any action a\n";

describe("reports a program that cannot answer", () => {
  test.each([
    "table t socketmap:/t\naction a mbox\nmatch for domain <|<t>|> action a\n",
    "table t passwd:/t\naction a mbox\nmatch mail-from <|<t>|> action a\n",
    `table t passwd:/t\n${markedVirtual}`,
    `table t mysql:/t\naction a relay host <|<t>|>\n${rule}`,
    `table t mysql:/t\naction a relay domain <|<t>|>\n${rule}`,
    "table t redis:/t\naction a mbox\nmatch tag <|<t>|> action a\n",
    "table t mysql:/t\naction a mbox\nmatch mail-from regex <|<t>|> action a\n",
    `table t redis:/t\naction a relay src <|<t>|>\n${rule}`,
    "table t redis:/t\nlisten on lo senders <|<t>|>\n",
    "table t socketmap:/t\nfilter f phase connect match src <|<t>|> junk\n",
  ])("%j", (text) => expectMarked(code, text, { files: {} }));
});

describe("reports a query that is missing", () => {
  test.each([
    ["sqlite", markedVirtual, "dbpath /d\nquery_domain q\n"],
    ["mysql", "action a mbox\nmatch for domain <|<t>|> action a\n", "host h\nquery_alias q\n"],
    ["postgres", "listen on lo tls-require pki p auth <|<t>|>\n", "conninfo c\nquery_userinfo q\n"],
    ["ldap", markedVirtual, "url u\nbasedn b\nalias_filter f\n"],
    ["ldap", markedVirtual, "url u\nbasedn b\nalias_attributes a\n"],
    ["sqlite", `action a relay src <|<t>|>\n${rule}`, "dbpath /d\nquery_source q\n"],
  ])("%s %j", (backend, text, file) => {
    expectMarked(code, `table t ${backend}:/t\n${text}`, { files: { "/t": file } });
  });
});

describe("is silent about", () => {
  test.each([
    ["sqlite", virtual, "dbpath /d\nquery_alias q\n"],
    ["ldap", virtual, "url u\nbasedn b\nalias_filter f\nalias_attributes a\n"],
    ["ldap", "action a mbox\nmatch for domain <t> action a\n", "url u\nbasedn b\ndomain_filter f\n"],
    ["sqlite", `action a relay src <t>\n${rule}`, "dbpath /d\nfetch_source q\n"],
    ["redis", virtual, "master h\n"],
    ["passwd", "action a mbox userbase <t>\nlisten on lo tls-require pki p auth <t>\n", "x"],
    ["socketmap", virtual, "x"],
    ["mysql", "action a mbox\nmatch auth <t> for any action a\n", "host h\nquery_mailaddr q\n"],
    ["other", virtual, ""],
    ["proc", virtual, ""],
    ["file", virtual, "a b\n"],
  ])("%s %j", (backend, text, file) => {
    expectSilent(code, `table t ${backend}:/t\n${text}`, { files: { "/t": file } });
  });

  test("settings that cannot be read", () => expectSilent(code, `table t mysql:/t\n${virtual}`));
});

test("says what is missing", () => {
  expectMessage(
    code,
    `table t sqlite:/t\n${virtual}`,
    {
      message: 'The file "/t" has no "query_alias", so that table-sqlite answers with an error here.',
      help: 'Add "query_alias" to the file.',
    },
    { files: { "/t": "dbpath /d\n" } },
  );
});

test.each([
  [
    "socketmap",
    "action a mbox\nmatch for domain <t> action a\n",
    'table-socketmap cannot be asked whether it has an entry of the service "domain", so that each look-up here fails.',
  ],
  [
    "passwd",
    virtual,
    'table-passwd cannot be asked for a value of the service "alias", so that each look-up here fails.',
  ],
  [
    "mysql",
    `action a relay host <t>\n${rule}`,
    'table-mysql cannot be asked for all entries of the service "relayhost" in turn, so that each look-up here fails.',
  ],
])("of %s it says %j", (backend, text, message) => {
  expectMessage(code, `table t ${backend}:/t\n${text}`, { message });
});

test("shows the table", () => expectRelated(code, `table <|t|> passwd:/t\n${virtual}`));
