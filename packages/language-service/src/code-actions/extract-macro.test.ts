import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.extract.macro"];

test.each<[what: string, title: string, marked: string, expected: string]>([
  [
    "a word",
    'Extract to macro "example_org"',
    "action a maildir\nmatch from any for domain <|example.org|> action a\n",
    "action a maildir\nexample_org = example.org\nmatch from any for domain $example_org action a\n",
  ],
  [
    "a string that can do without quotes",
    'Extract to macro "mail_example_org"',
    'pki "mail.exam|ple.org" cert "/etc/ssl/a.crt" key "/etc/ssl/a.key"\n',
    'mail_example_org = mail.example.org\npki $mail_example_org cert "/etc/ssl/a.crt" key "/etc/ssl/a.key"\n',
  ],
  [
    "a number, in quotes as a macro wants it",
    'Extract to macro "port_2525"',
    "listen on lo port <|2525|>\naction a maildir\nmatch for local action a\n",
    'port_2525 = "2525"\nlisten on lo port $port_2525\naction a maildir\nmatch for local action a\n',
  ],
  [
    "an entry of a list",
    'Extract to macro "example_net"',
    "action a maildir\nmatch from any for domain { example.org, <|example.net|>, example.com } action a\n",
    "action a maildir\nexample_net = example.net\nmatch from any for domain { example.org, $example_net, example.com } action a\n",
  ],
  [
    "everywhere in the file, above the first of them",
    'Extract 3 uses to macro "example_org"',
    'action a maildir\naction b relay helo example.org\nmatch from any for domain { "example.org" } action a\nmatch from local for domain <|example.org|> action b\n',
    "action a maildir\nexample_org = example.org\naction b relay helo $example_org\nmatch from any for domain { $example_org } action a\nmatch from local for domain $example_org action b\n",
  ],
  [
    "only here, though it is used more often",
    'Extract to macro "example_org"',
    "action b relay helo example.org\nmatch from any for domain <|example.org|> action b\n",
    "action b relay helo example.org\nexample_org = example.org\nmatch from any for domain $example_org action b\n",
  ],
  [
    "the name of a table within its brackets",
    'Extract 2 uses to macro "clients"',
    "table clients { 192.0.2.1 }\naction a relay\nmatch from src <cli|ents> for any action a\n",
    "clients = clients\ntable $clients { 192.0.2.1 }\naction a relay\nmatch from src <$clients> for any action a\n",
  ],
  [
    "the name is free",
    'Extract to macro "example_org2"',
    "example_org = example.net\naction a maildir\nmatch from any for domain <|example.org|> action a\nmatch for domain $example_org action a\n",
    "example_org = example.net\naction a maildir\nexample_org2 = example.org\nmatch from any for domain $example_org2 action a\nmatch for domain $example_org action a\n",
  ],
  [
    "the name is no reserved word",
    'Extract to macro "local2"',
    "action a maildir\nmatch from any for domain <|local.|> action a\n",
    "action a maildir\nlocal2 = local.\nmatch from any for domain $local2 action a\n",
  ],
])("%s", (_, title, marked, expected) => {
  expect(chosen(marked, title, { only })).toBe(expected);
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    ["for what needs its quotes", 'action "my <|mail|>" maildir\n'],
    ["for a reserved word", "action a <|maildir|>\n"],
    ["for the use of a macro", "d = example.org\naction a maildir\nmatch for domain $|d action a\n"],
    ["for the value of a macro", "d = <|example.org|>\n"],
    ["for the path of an include", 'include <|"/etc/mail/more.conf"|>\n'],
    ["for what something follows without a blank", 'action "a"maildir <|user|>"x"\n'],
    ["in a comment", "# exam|ple.org\n"],
    ["in a statement that smtpd refuses", "match for domain <|example.org|>\n"],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only })).toEqual([]);
  });

  test("for a word that the cursor only passes by", () => {
    const marked = "action a maildir\nmatch for domain exa|mple.org action a\n";
    expect(titlesAt(marked, { only, triggerKind: 2 })).toEqual([]);
  });
});
