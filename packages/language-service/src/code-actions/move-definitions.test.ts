import { expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["quickfix"];

test.each<[what: string, name: string, marked: string, expected: string]>([
  ["an action", "a", "match for local action |a\naction a maildir\n", "action a maildir\nmatch for local action a\n"],
  [
    "a table, with the comments that belong to it",
    "t",
    "action a maildir\n# Rule.\nmatch for domain <t|> action a\n\n# Ours.\ntable t { x } # all\n# End.\n",
    "action a maildir\n# Ours.\ntable t { x } # all\n# Rule.\nmatch for domain <t> action a\n\n# End.\n",
  ],
  [
    "with what it needs itself",
    "a",
    "match for local action |a\nd = root\ntable t { $d = x }\naction b mbox\naction a maildir alias <t>\nmatch for any action b\n",
    "d = root\ntable t { $d = x }\naction a maildir alias <t>\nmatch for local action a\naction b mbox\nmatch for any action b\n",
  ],
  [
    "a macro",
    "d",
    "action a maildir\nmatch for domain $|d action a\nd = example.org\n",
    "action a maildir\nd = example.org\nmatch for domain $d action a\n",
  ],
  [
    "from the end of a file without a newline",
    "a",
    "match for local action |a\naction a maildir",
    "action a maildir\nmatch for local action a\n",
  ],
])("%s", (_, name, marked, expected) => {
  expect(chosen(marked, `Move the definition of "${name}" above this line`, { only })).toBe(expected);
});

test("all that stand too low, in their order", () => {
  const marked =
    "match for domain <t|> action b\nmatch for local action a\naction a maildir\nmatch for any reject\ntable t { x }\naction b mbox\n";
  expect(chosen(marked, "Move all definitions above their uses", { only })).toBe(
    "action a maildir\ntable t { x }\naction b mbox\nmatch for domain <t> action b\nmatch for local action a\nmatch for any reject\n",
  );
});

test.each<[what: string, marked: string]>([
  ["a name that is defined twice", "match for domain <t|> reject\ntable t { a }\ntable t { b }\n"],
  ["a name that is defined above", "table t { a }\nmatch for domain <t|> reject\n"],
  ["a name that is defined nowhere", "match for domain <t|> reject\n"],
])("not %s", (_, marked) => {
  expect(titlesAt(marked, { only }).filter((title) => title.startsWith("Move"))).toEqual([]);
});

test("what an included file above defines stays there", () => {
  const files = { "more.conf": "table t { x }\n" };
  const marked = "include more.conf\nmatch for domain <t> action |a\naction a maildir alias <t>\n";
  const title = 'Move the definition of "a" above this line';
  expect(chosen(marked, title, { only, files })).toBe(
    "include more.conf\naction a maildir alias <t>\nmatch for domain <t> action a\n",
  );
});

test("not what stands in another file", () => {
  const files = { "more.conf": "action a maildir\n" };
  const titles = titlesAt("match for local action |a\ninclude more.conf\n", { only, files });
  expect(titles.filter((title) => title.startsWith("Move"))).toEqual([]);
});
