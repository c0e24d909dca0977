import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "unknown-option";

test("marks the word", () => {
  expectMarked(code, "listen on lo tls <|greylist|> pki x\n");
  expectMarked(code, "action a mbox <|tag|> x\n");
  expectMarked(code, "pki x cert a <|tls|> b\n");
  expectMarked(code, "proc p x <|cwd|> y\n");
  expectMarked(code, "filter f phase <|quit|> match rdns junk\n");
});

test("says what the statement takes", () =>
  expectMessage(code, "listen on socket greylist\n", {
    message: '"greylist" is no option of a listener.',
    help: 'Expected "filter", "mask-src", "tag", "no-dsn" or the end of the line.',
  }));

test("says where a keyword belongs", () => {
  expectMessage(code, "action a mbox hostname x\n", { help: '"hostname" belongs in "listen on".' });
  expectMessage(code, "listen on lo tls verify\n", {
    help: '"verify" stands directly after "tls-require" or "smtps".',
  });
});

test("knows conditions with the wrong word before them", () => {
  expectMessage(code, "match from domain x reject\n", {
    message: '"from domain" is no condition of a rule.',
    help: 'Did you mean "for domain", without "from" before it?',
  });
  expectMessage(code, "match src x reject\n", { help: 'Did you mean "from src"?' });
});

test("knows values without the condition before them", () => {
  expectFixed(code, 'match for "example.org" reject\n', 'match for domain "example.org" reject\n');
  expectFixed(code, "match from 192.0.2.1 reject\n", "match from src 192.0.2.1 reject\n");
  expectFixed(code, "match from any to any reject\n", "match from any for any reject\n");
});

test("knows options of the action in a rule", () =>
  expectMessage(code, "match for local action a alias <x>\n", {
    help: '"alias" is an option of the action: write it where the action is defined.',
  }));

test("knows filters without a word for their kind", () => {
  expectFixed(code, 'filter f "x"\n', 'filter f proc-exec "x"\n');
  expectFixed(code, "filter f connect match rdns junk\n", "filter f phase connect match rdns junk\n");
});

test("is content with everything that belongs", () =>
  expectSilent(code, "listen on lo inet4 port 25 mask-src no-dsn received-auth\nmatch !from socket for any reject\n"));

test("names the conditions that the phase of a filter knows", () => {
  const help = (phase: string) => ({ help: `Expected ${phase}.` });
  expectMessage(code, "filter f phase connect match nobody\n", help('"fcrdns", "rdns" or "src"'));
  expectMessage(code, "filter f phase ehlo match nobody\n", help('"fcrdns", "rdns", "src" or "helo"'));
});
