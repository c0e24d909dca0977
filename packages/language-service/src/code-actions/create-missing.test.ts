import { expect, test } from "vitest";
import { snapshotOf } from "../testing.ts";
import { chosen, codesOf, titlesAt } from "./testing.ts";

const only = ["quickfix"];

test.each<[title: string, marked: string, expected: string]>([
  [
    'Define action "in"',
    'match from any for domain example.org action |"in"\n',
    'action "in" maildir\nmatch from any for domain example.org action "in"\n',
  ],
  [
    'Define action "out"',
    "# Mail of ours.\nmatch from local for any action |out\n",
    "action out relay\n# Mail of ours.\nmatch from local for any action out\n",
  ],
  [
    'Define table "domains"',
    "action a maildir\nmatch from any for domain <do|mains> action a\n",
    "action a maildir\ntable domains { example.org }\nmatch from any for domain <domains> action a\n",
  ],
  [
    'Define table "nets"',
    "action a relay\nmatch from src <ne|ts> for any action a\n",
    "action a relay\ntable nets { 192.0.2.1 }\nmatch from src <nets> for any action a\n",
  ],
  [
    'Define table "aliases"',
    "action a maildir alias <ali|ases>\nmatch for local action a\n",
    'table aliases { "root" = "admin" }\naction a maildir alias <aliases>\nmatch for local action a\n',
  ],
  [
    'Define table "secrets"',
    'action a relay host "smtp+tls://me@mx.example.org" auth <sec|rets>\nmatch for any action a\n',
    'table secrets file:/etc/mail/secrets\naction a relay host "smtp+tls://me@mx.example.org" auth <secrets>\nmatch for any action a\n',
  ],
  [
    'Define filter "rspamd"',
    'listen on lo filter |"rspamd"\naction a maildir\nmatch for local action a\n',
    'filter "rspamd" proc-exec "filter-rspamd"\nlisten on lo filter "rspamd"\naction a maildir\nmatch for local action a\n',
  ],
  [
    'Define proc "p"',
    "filter f proc |p\nlisten on lo filter f\naction a maildir\nmatch for local action a\n",
    'proc p "filter-p"\nfilter f proc p\nlisten on lo filter f\naction a maildir\nmatch for local action a\n',
  ],
  [
    'Define pki "mx.example.org"',
    "listen on lo tls pki |mx.example.org\naction a maildir\nmatch for local action a\n",
    'pki mx.example.org cert "/etc/ssl/mx.example.org.crt" key "/etc/ssl/private/mx.example.org.key"\nlisten on lo tls pki mx.example.org\naction a maildir\nmatch for local action a\n',
  ],
  [
    'Define ca "own"',
    'pki x cert "/a" key "/b"\nlisten on lo tls-require verify pki x ca |own\naction a maildir\nmatch for local action a\n',
    'pki x cert "/a" key "/b"\nca own cert "/etc/ssl/cert.pem"\nlisten on lo tls-require verify pki x ca own\naction a maildir\nmatch for local action a\n',
  ],
  [
    'Define mda wrapper "w"',
    "action a maildir wrapper |w\nmatch for local action a\n",
    'mda wrapper w "/usr/local/bin/w %{mda}"\naction a maildir wrapper w\nmatch for local action a\n',
  ],
])("%s", (title, marked, expected) => {
  const text = chosen(marked, title, { only });
  expect(text).toBe(expected);
  const { result } = snapshotOf(text);
  expect(result.verdict, codesOf({ result }).join()).toBe("accepted");
});

test("not for what is defined further down", () => {
  const titles = titlesAt("match for local action |a\naction a maildir\n", { only });
  expect(titles.filter((title) => title.startsWith("Define"))).toEqual([]);
});

test("not where a macro names it", () => {
  const titles = titlesAt("n = x\nmatch for local action $|n\n", { only });
  expect(titles.filter((title) => title.startsWith("Define"))).toEqual([]);
});
