import { describe, expect, test } from "vitest";
import { actionsAt, chosen, titlesAt } from "./testing.ts";

const only = ["quickfix"];
const [here, inFile] = ['Silence "unused-table" here', 'Silence "unused-table" in this file'];

test.each<[what: string, title: string, marked: string, expected: string]>([
  ["above the statement", here, "table |t { a }\n", "# smtpd-lint: disable-next-line unused-table\ntable t { a }\n"],
  [
    "in the comment that is there",
    here,
    "# smtpd-lint: disable-next-line directive-grouping\ntable |t { a }\n",
    "# smtpd-lint: disable-next-line directive-grouping, unused-table\ntable t { a }\n",
  ],
  [
    "at the top of the file",
    inFile,
    "# Mail.\naction a maildir\ntable |t { a }\n",
    "# smtpd-lint: disable-file unused-table\n# Mail.\naction a maildir\ntable t { a }\n",
  ],
  [
    "below the line by which editors know the file",
    inFile,
    "# $OpenBSD: smtpd.conf $\ntable |t { a }\n",
    "# $OpenBSD: smtpd.conf $\n# smtpd-lint: disable-file unused-table\ntable t { a }\n",
  ],
  [
    "in the comment at the top",
    inFile,
    "# smtpd-lint: disable-file unused-action -- wanted\naction a maildir\ntable |t { a }\n",
    "# smtpd-lint: disable-file unused-action, unused-table -- wanted\naction a maildir\ntable t { a }\n",
  ],
  [
    "above each statement of a selection",
    here,
    "<|table t { a }\ntable u|> { b }\n",
    "# smtpd-lint: disable-next-line unused-table\ntable t { a }\n# smtpd-lint: disable-next-line unused-table\ntable u { b }\n",
  ],
])("%s", (_, title, marked, expected) => {
  const rest = "action z maildir\nmatch for local action z\n";
  expect(chosen(`${marked}${rest}`, title, { only })).toBe(`${expected}${rest}`);
});

test("what it silences is gone", () => {
  const rest = "action z maildir\nmatch for local action z\n";
  for (const title of [here, inFile]) {
    const text = chosen(`table |t { a }\n${rest}`, title, { only });
    expect(titlesAt(text.replace("table t", "table |t"), { only })).not.toContain(title);
  }
});

test("the finding goes with it", () => {
  const actions = actionsAt("table |t { a }\nmatch for any reject\n", { only });
  expect(actions.find(({ title }) => title === here)).toMatchObject({ diagnostics: [{ code: "unused-table" }] });
});

describe("nothing is offered", () => {
  test("for what smtpd refuses", () => {
    const titles = titlesAt("match for any action |x\n", { only });
    expect(titles.filter((title) => title.startsWith("Silence"))).toEqual([]);
  });
});
