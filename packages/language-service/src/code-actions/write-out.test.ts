import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.rewrite.writeOut"];

test.each<[what: string, title: string, marked: string, expected: string]>([
  [
    "both conditions that a rule has by itself",
    'Write out "from local for local"',
    "action a maildir\nmatch| action a\n",
    "action a maildir\nmatch from local for local action a\n",
  ],
  [
    "from local",
    'Write out "from local"',
    "action a maildir\nmatch for |domain example.org action a\n",
    "action a maildir\nmatch from local for domain example.org action a\n",
  ],
  [
    "for local, behind where mail comes from",
    'Write out "for local"',
    "action a maildir\nmatch from src { 192.0.2.1, 192.0.2.2 }| tag x action a\n",
    "action a maildir\nmatch from src { 192.0.2.1, 192.0.2.2 } for local tag x action a\n",
  ],
  [
    "the port of a listener",
    'Write out "port 25"',
    "listen on |lo tls-require pki x\n",
    "listen on lo port 25 tls-require pki x\n",
  ],
  ["the port of smtps", 'Write out "port 465"', "listen on lo |smtps pki x\n", "listen on lo port 465 smtps pki x\n"],
  [
    "the folder of maildir",
    'Write out "~/Maildir"',
    "action a maildir| junk\nmatch for local action a\n",
    'action a maildir "~/Maildir" junk\nmatch for local action a\n',
  ],
  [
    "everything in the file",
    "Write out all defaults in this file",
    "listen on lo\nlisten on socket\naction a maildir\naction b mbox\nmatch| action a\nmatch from any for domain x action b\nmatch auth for any action b\n",
    'listen on lo port 25\nlisten on socket\naction a maildir "~/Maildir"\naction b mbox\nmatch from local for local action a\nmatch from any for domain x action b\nmatch from local auth for any action b\n',
  ],
  [
    "each condition on its own",
    "Write the conditions in full",
    "action a relay\nmatch from auth| { ann, bob } for any action a\n",
    "action a relay\nmatch from any for any auth { ann, bob } action a\n",
  ],
  [
    "each condition on its own, the negated one too",
    "Write the conditions in full",
    'listen on lo tls pki x auth\naction a maildir\nmatch !from mail-from |"a@example.org" for local action a\n',
    'listen on lo tls pki x auth\naction a maildir\nmatch from any for local !mail-from "a@example.org" action a\n',
  ],
  [
    "with the lists as they stand, and their comments",
    "Write the conditions in full",
    "d = example.org\naction a maildir\nmatch for| rcpt-to {\n\ta@$d, # Ann\n\tb@$d\n} tag x action a\n",
    "d = example.org\naction a maildir\nmatch from local for any tag x rcpt-to {\n\ta@$d, # Ann\n\tb@$d\n} action a\n",
  ],
])("%s", (_, title, marked, expected) => {
  expect(chosen(marked, title, { only })).toBe(expected);
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    ["for a rule that says all", "action a maildir\nmatch from local for local |action a\n"],
    ["for a listener with a port", "listen on lo port 2525| tls pki x\n"],
    ["for the socket", "listen on socket|\n"],
    ["for maildir where another user delivers", "action a maildir| user vmail\n"],
    ["for a rule that smtpd refuses", "match for |action\n"],
    ["where a macro wrote the address", "if = lo\nlisten on $i|f\n"],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only })).toEqual([]);
  });

  test("for the whole file, where nobody asked", () => {
    expect(titlesAt("listen on |lo\n", { only, triggerKind: 2 })).toEqual(['Write out "port 25"']);
  });
});
