import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "undefined-table";

test("marks the name in every place that takes a table", () => {
  expectMarked(code, "match from src <<|t|>> for domain regex <<|u|>> reject\n");
  expectMarked(code, "action a mbox alias <<|t|>>\n");
  expectMarked(code, "listen on lo senders < <|t|> > masquerade\n");
  expectMarked(code, "filter f phase connect match src <<|t|>> junk\n");
});

test("tells upper from lower case", () => expectMarked(code, "table T { a }\nmatch helo <<|t|>> reject\n"));

test("knows the tables of smtpd itself", () =>
  expectSilent(code, 'match from src <"<localhost>"> for domain <"<localnames>"> reject\n'));

test("suggests a name that is nearly the same", () =>
  expectMessage(code, "table domains { a }\nmatch for domain <domain> reject\nmatch for domain <domians> reject\n", {
    message: 'There is no table "domians".',
    help: 'Did you mean "domains"?',
  }));

test("has nothing to say where the definition itself is wrong", () => {
  expectSilent(code, "table t { a, b = c }\nmatch for domain <t> reject\n");
  expectSilent(code, 'table data { a }\nmatch for domain <"data"> reject\n');
});

test("has nothing to say of a value", () => expectSilent(code, "match for domain t reject\n"));
