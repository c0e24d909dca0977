import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "redundant-match";
const head = "listen on em0\naction a maildir\naction b mbox\naction r relay\ntable t file:/t\n";

describe("reports a rule whose mail a later one would take to the same end", () => {
  test.each([
    "<|match|> from src 127.0.0.1 for any action r\nmatch from local for any action r\n",
    "<|match|> for local action a\nmatch from any for local action a\n",
    "<|match|> from any for domain x.example action a\nmatch from any for domain { y.example, x.example } action a\n",
    "<|match|> from any for domain x.example action a\nmatch from any for domain y.example action b\nmatch from any for domain { x.example, z.example } action a\n",
    "<|match|> from any mail-from bob for any reject\nmatch from any for any reject\n",
    "<|match|> from auth for domain <t> action a\nmatch from any for domain <t> action a\n",
    "<|match|> from any for domain x.example tag A action a\n<|match|> from any for domain x.example helo b action a\nmatch from any for domain x.example action a\n",
  ])("%j", (rules) => expectMarked(code, `listen on em1 tag A\n${head}${rules}`));
});

describe("is silent about", () => {
  test.each([
    ["another action", "match for local action a\nmatch from any for local action b\n"],
    [
      "a rule whose mail goes elsewhere in part",
      "match from any for domain { x.example, y.example } action a\nmatch from any for domain x.example action a\n",
    ],
    [
      "a rule between that takes some of it",
      "match from any for domain x.example action a\nmatch from any helo y for any reject\nmatch from any for any action a\n",
    ],
    [
      "a rule between that may take some of it",
      "match from any for domain x.example action a\nmatch from any for domain <t> action b\nmatch from any for any action a\n",
    ],
    [
      "a rule between that fails",
      "match from any for domain x.example action a\nmatch from any tls for any action b\nmatch from any for any action a\n",
    ],
    [
      "a rule for what is not known",
      "match from any for domain <t> action a\nmatch from any for domain x.example action a\n",
    ],
    ["a reject at the end", "match for local action a\nmatch from any for any reject\n"],
    [
      "the first of two equal rules, of which the second is dead",
      "match for local action a\nmatch for local action a\n",
    ],
    [
      "a rule that matches nothing",
      "match from any for domain x.example tag none action a\nmatch from any for domain x.example action a\n",
    ],
    ["a rule that fails", "match from any tls for domain x.example action a\nmatch from any for any action a\n"],
  ])("%s", (_, rules) => expectSilent(code, `${head}${rules}`));
});

test("names the rule that is enough", () => {
  const text = `${head}match from src 127.0.0.1 for any action r\nmatch for domain x action a\n<|match|> from local for any action r\n`;
  expectRelated(code, text.replace("match for domain x action a\n", ""));
  expectMessage(code, `${head}match for local helo x action a\nmatch for local action a\n`, {
    message: "This rule changes nothing: rule 2 does the same with all the mail that it is for.",
  });
});

test("suggests to delete it", () => {
  expectFixed(
    code,
    `${head}match for local action a # old\nmatch from any for local action a\n`,
    `${head} # old\nmatch from any for local action a\n`,
  );
  expectNoFix(code, `m = "local"\n${head}match for $m action a\nmatch from any for local action a\n`);
});
