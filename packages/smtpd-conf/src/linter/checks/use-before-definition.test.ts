import { test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "use-before-definition";

test("marks the name of each kind of thing", () => {
  expectMarked(code, "match for domain <<|t|>> reject\ntable t { a }\n");
  expectMarked(code, "match for any action <|a|>\naction a mbox\n");
  expectMarked(code, "listen on lo filter <|f|>\nfilter f proc-exec x\n");
  expectMarked(code, "filter f proc <|p|>\nproc p x\n");
  expectMarked(code, "action a mbox wrapper <|w|>\nmda wrapper w x\n");
  expectMarked(code, 'listen on lo tls pki <|p|> ca <|c|>\npki p cert "/c" key "/k"\nca c cert "/c"\n');
});

test("points at the definition", () => expectRelated(code, "match for any action a\naction <|a|> mbox\n"));

test("counts an include where it stands", () => {
  const files = { "actions.conf": "action a mbox\n" };
  expectMarked(code, 'match for any action <|a|>\ninclude "actions.conf"\n', { files });
  expectSilent(code, 'include "actions.conf"\nmatch for any action a\n', { files });
});

test("is content with the pki and ca of a relay", () =>
  expectSilent(code, 'action a relay pki p ca c\npki p cert "/c" key "/k"\nca c cert "/c"\n'));

test("is content with tags, which need no definition", () =>
  expectSilent(code, "match tag X reject\nlisten on lo tag X\n"));

test("uses the words of smtpd.conf", () =>
  expectMessage(code, "action a mbox wrapper w\nmda wrapper w x\n", {
    message: 'The mda wrapper "w" is defined further down, and smtpd does not know it here.',
    help: "Move its definition above this line.",
  }));
