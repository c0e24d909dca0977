import { describe, expect, test } from "vitest";
import { actionsAt, chosen, titlesAt } from "./testing.ts";

const only = ["refactor.extract.table"];

test.each<[what: string, title: string, marked: string, expected: string]>([
  [
    "a list under the cursor becomes a table above its rule",
    'Extract to table "domains"',
    "action a maildir\nmatch from any for domain { example.org, |example.net } action a\n",
    "action a maildir\ntable domains { example.org, example.net }\nmatch from any for domain <domains> action a\n",
  ],
  [
    "a single word that is selected",
    'Extract to table "sources"',
    'action a relay\nmatch from src <|"192.0.2.0/24"|> for any action a\n',
    'action a relay\ntable sources { "192.0.2.0/24" }\nmatch from src <sources> for any action a\n',
  ],
  [
    "a mapping of an action",
    'Extract to table "aliases"',
    "action a maildir alias { root = admin, |postmaster = admin }\nmatch for local action a\n",
    "table aliases { root = admin, postmaster = admin }\naction a maildir alias <aliases>\nmatch for local action a\n",
  ],
  [
    "the name is made unique",
    'Extract to table "domains2"',
    "table domains { example.org }\naction a maildir\nmatch from any for domain <domains> action a\nmatch from any for domain { example.|net } action a\n",
    "table domains { example.org }\naction a maildir\nmatch from any for domain <domains> action a\ntable domains2 { example.net }\nmatch from any for domain <domains2> action a\n",
  ],
  [
    "comments on top of the statement stay with it",
    'Extract to table "users"',
    "action a relay\n# Staff.\n# And others.\nmatch from any auth { ann, |bob } for any action a\n",
    "action a relay\ntable users { ann, bob }\n# Staff.\n# And others.\nmatch from any auth <users> for any action a\n",
  ],
  [
    "comments within the list go with it",
    'Extract to table "domains"',
    "action a maildir\nmatch from any for domain {\n\texample.org, # ours\n\t|example.net\n} action a\n",
    "action a maildir\ntable domains {\n\texample.org, # ours\n\texample.net\n}\nmatch from any for domain <domains> action a\n",
  ],
  [
    "a statement over several lines",
    'Extract to table "domains"',
    "action a maildir\nmatch from any \\\n  for domain { example.org, |example.net } \\\n  action a\n",
    "action a maildir\ntable domains { example.org, example.net }\nmatch from any \\\n  for domain <domains> \\\n  action a\n",
  ],
  [
    "the indentation of the statement",
    'Extract to table "domains"',
    "action a maildir\n  match from any for domain { example.org, |example.net } action a\n",
    "action a maildir\n  table domains { example.org, example.net }\n  match from any for domain <domains> action a\n",
  ],
  [
    "regular expressions",
    'Extract to table "from-addresses"',
    'action a relay\nmatch from any mail-from regex { "@example\\.org$" |} for any action a\n',
    'action a relay\ntable from-addresses { "@example\\.org$" }\nmatch from any mail-from regex <from-addresses> for any action a\n',
  ],
  [
    "the condition of a filter",
    'Extract to table "greetings"',
    'filter f phase helo match helo { "localhost", |"localhost.localdomain" } disconnect "550 no"\nlisten on lo filter f\naction a maildir\nmatch for local action a\n',
    'table greetings { "localhost", "localhost.localdomain" }\nfilter f phase helo match helo <greetings> disconnect "550 no"\nlisten on lo filter f\naction a maildir\nmatch for local action a\n',
  ],
  [
    "macros in the list",
    'Extract to table "domains"',
    "d = example.org\naction a maildir\nmatch from any for domain { $d, |example.net } action a\n",
    "d = example.org\naction a maildir\ntable domains { $d, example.net }\nmatch from any for domain <domains> action a\n",
  ],
  [
    "a list that stands more than once, above the first",
    'Extract 2 equal lists to table "domains"',
    "action a maildir\nmatch for domain { a.example, b.example } action a\nmatch from any for domain { a.example, |b.example } action a\n",
    "action a maildir\ntable domains { a.example, b.example }\nmatch for domain <domains> action a\nmatch from any for domain <domains> action a\n",
  ],
])("%s", (_, title, marked, expected) => {
  expect(chosen(marked, title, { only })).toBe(expected);
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    ["for what is a table already", "table t { a }\naction a maildir\nmatch for domain <t|> action a\n"],
    ["for a string that is no table", 'action a maildir "<|~/Mail|>"\nmatch for local action a\n'],
    ["for a list of filters", "filter a proc-exec x\nfilter b proc-exec y\nlisten on lo filter { a, |b }\n"],
    ["in a table statement", "table t { a, |b }\n"],
    ["for a selection that goes beyond the list", "action a maildir\nmatch for domain { <|a } action|> a\n"],
    ["in a statement that smtpd refuses", "match for domain { a, |b }\n"],
    ["for a list out of a macro", 'd = "{ a, b }"\naction a maildir\nmatch for domain $|d action a\n'],
    [
      "for a statement that does not begin its line",
      "\\\nmatch for any reject\n\u0001 match for domain { |a } reject\n",
    ],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only })).toEqual([]);
  });

  test("for a word that the cursor only passes by", () => {
    const marked = "action a maildir\nmatch for domain exa|mple.org action a\n";
    expect(titlesAt(marked, { only, triggerKind: 2 })).toEqual([]);
    expect(titlesAt(marked, { only, triggerKind: 1 })).toEqual(['Extract to table "domains"']);
  });
});

test("in a file that another one includes", () => {
  const root = { path: "root.conf", text: "d = example.org\naction a maildir\ninclude smtpd.conf\n" };
  const marked = "match from any for domain { $d, |example.net } action a\n";
  expect(chosen(marked, 'Extract to table "domains"', { only, root })).toBe(
    "table domains { $d, example.net }\nmatch from any for domain <domains> action a\n",
  );
});

test("the kind is exact, and the edit comes when it is asked for", () => {
  const [action] = actionsAt("action a maildir\nmatch for domain { a.example, |b.example } action a\n", { only });
  expect(action).toMatchObject({ kind: "refactor.extract.table", data: { index: 0 } });
  expect(action?.edit).toBeUndefined();
});
