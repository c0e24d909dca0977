import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "consistent-quoting";

describe("reports", () => {
  test.each([
    'action "a" mbox\nmatch for local action <|a|>\n',
    'action a mbox\nmatch for local action <|"a"|>\n',
    'filter f phase connect match rdns junk\nlisten on lo filter { <|"f"|> }\nnonsense\n',
    'table "t" { x }\naction a mbox\nmatch for domain <<|t|>> action a\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'action "a" mbox\nmatch for local action "a"\n',
    "action a mbox\nmatch for local action a\n",
    "n = a\naction 'a' mbox\nmatch for local action $n\n",
    'action b mbox\nmatch for local action "a"\n',
    'listen on lo tag t\naction a mbox\nmatch tag "t" action a\n',
    'pki p cert "/c" key "/k"\nlisten on lo tls pki "p"\naction a mbox\nmatch for local action a\n',
  ])("%j", (text) => expectSilent(code, text));
});

test("points at the definition", () => {
  expectMessage(code, 'action "a" mbox\nmatch for local action a\n', {
    message: 'The name "a" has quotes where it is defined.',
    help: 'Write "a", as there.',
  });
  expectMessage(code, 'action a mbox\nmatch for local action "a"\n', {
    message: 'The name "a" has no quotes where it is defined.',
  });
  expectRelated(code, 'action <|"a"|> mbox\nmatch for local action a\n');
});

test("writes it as it is defined", () => {
  expectFixed(code, 'action "a" mbox\nmatch for local action a\n', 'action "a" mbox\nmatch for local action "a"\n');
  expectFixed(code, 'action a mbox\nmatch for local action "a"\n', "action a mbox\nmatch for local action a\n");
});

describe("style: how names are written", () => {
  const text = "action a mbox\nmatch for local action a\n";

  test("always in quotes, but for tables", () => {
    const given = { style: "always" };
    expectMarked(
      code,
      'table t { x }\naction <|a|> mbox\nmatch for domain <t> action "a"\nmatch for any action <|a|>\n',
      { given },
    );
    expectSilent(code, text.replaceAll(/\ba\b/g, '"a"'), { given });
    expectMessage(
      code,
      text,
      { message: 'The name "a" has no quotes.', help: 'Write "a", as your settings ask for.' },
      { given },
    );
  });

  test("never where names can do without", () => {
    const given = { style: "never" };
    expectSilent(code, text, { given });
    expectMarked(code, 'table <|"t"|> { x }\naction <|"a"|> mbox\nmatch for domain <t> action a\n', { given });
    expectSilent(code, 'action "relay" mbox\naction "a b" mbox\nmatch for local action "relay"\n', { given });
    expectMessage(
      code,
      'action "a" mbox\nmatch for local action a\n',
      { message: 'The name "a" needs no quotes.' },
      { given },
    );
  });

  test("and can be mended", () => {
    expectFixed(code, "action a mbox\n", 'action "a" mbox\n', { given: { style: "always" } });
    expectFixed(code, 'action "a" mbox\n', "action a mbox\n", { given: { style: "never" } });
  });
});
