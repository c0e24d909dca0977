import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.rewrite.shorten"];

test.each<[what: string, marked: string, expected: string]>([
  [
    "from local and for local",
    "action a maildir\nmatch from |local for local action a\n",
    "action a maildir\nmatch action a\n",
  ],
  [
    "from local for any",
    "action a relay\nmatch from local for any| action a\n",
    "action a relay\nmatch for any action a\n",
  ],
  [
    "from any auth",
    "action a relay\nmatch from any auth| for any action a\n",
    "action a relay\nmatch from auth for any action a\n",
  ],
  [
    "for any rcpt-to",
    "action a relay\nmatch auth for any rcpt-to| { x@example.org } action a\n",
    "action a relay\nmatch auth for rcpt-to { x@example.org } action a\n",
  ],
  [
    "over several lines, which stay",
    "action a relay\nmatch from any \\\n\tauth| { ann, bob } \\\n\tfor any \\\n\taction a\n",
    "action a relay\nmatch \\\n\tfrom auth { ann, bob } \\\n\tfor any \\\n\taction a\n",
  ],
])("%s", (_, marked, expected) => {
  expect(chosen(marked, "Write the rule shorter", { only })).toBe(expected);
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    [
      "for from local of a rule for a domain, which would be misread",
      "action a maildir\nmatch from local| for domain x action a\n",
    ],
    ["for for local of a rule that relays", "action a relay\nmatch from any for| local action a\n"],
    ["for !from local", "action a maildir\nmatch !from local| for any action a\n"],
    [
      "for a login of a file that may be a mapping",
      "table t file:/etc/mail/t\naction a relay\nmatch from any| auth <t> for any action a\n",
    ],
    ["where a macro wrote the words", 'all = "from any"\naction a relay\nmatch $|all auth for any action a\n'],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only })).toEqual([]);
  });

  test("for a release that has no from auth", () => {
    const marked = "action a relay\nmatch from any| auth for any action a\n";
    expect(titlesAt(marked, { only, target: "6.6.0" })).toEqual([]);
  });
});
