import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "duplicate-option";

test("marks the second option of a listener", () => {
  expectMarked(code, "listen on lo port 25 <|port 26|>\n");
  expectMarked(code, "listen on lo tag A hostname a.example.org <|tag B|> <|hostname b.example.org|>\n");
  expectMarked(code, "listen on socket mask-src <|mask-src|>\n");
});

test("marks the second option of an action", () => {
  expectMarked(code, 'action "in" maildir user anna <|user bob|>\n');
  expectMarked(code, 'action "out" relay tls <|tls no-verify|>\n');
  expectMarked(code, 'action "in" mbox ttl 1d <|ttl 2d|>\n');
});

test("marks the second option of a proc and of proc-exec", () => {
  expectMarked(code, 'proc p "x" user a group b <|user c|>\n');
  expectMarked(code, 'filter f proc-exec "x" chroot "/a" <|chroot "/b"|>\n');
});

test("counts the pki of a listener per release", () => {
  expectMarked(code, "listen on lo tls pki a <|pki b|>\n", { target: "6.8.0" });
  expectSilent(code, "listen on lo tls pki a pki b\n", { target: "7.3" });
});

test("lets wrapper and the parts of a pki be repeated", () => {
  expectSilent(code, 'mda wrapper w "x"\naction "in" mbox wrapper w wrapper w\n');
  expectSilent(code, 'pki x cert "/a" cert "/b" key "/c" key "/d"\n');
});

describe("in a rule", () => {
  test("marks the second from, for and tag", () => {
    expectMarked(code, "match from local <|from any|> reject\n");
    expectMarked(code, "match for domain a <|!for domain b|> reject\n");
    expectMarked(code, "match tag A <|! tag B|> reject\n");
  });

  test("knows that from auth counts as auth, but only for what follows", () => {
    expectMarked(code, "match from auth <|auth|> for any reject\n");
    expectSilent(code, "match auth from auth for any reject\n");
    expectMarked(code, "match for rcpt-to a <|rcpt-to b|> reject\n");
    expectSilent(code, "match mail-from a from mail-from b reject\n");
  });

  test("explains it", () => {
    const help = '"from auth" counts as "auth" too: remove one of the two.';
    expectMessage(code, "match from auth auth for any reject\n", { help });
    expectMessage(code, "match for domain a for domain b reject\n", {
      message: '"for domain" is given twice, and smtpd takes it only once.',
      help: "Put both values into one list: for domain { a, b }.",
    });
    expectMessage(code, "match from local from any reject\n", {
      message: '"from" is given twice, and smtpd takes it only once.',
      help: "Remove one of the two.",
    });
  });
});

test("points at the first one", () => expectRelated(code, "listen on lo <|port 25|> port 26\n"));

test("removes the second one with the blank before it", () => {
  expectFixed(code, "listen on lo port 25 port 26 tag A\n", "listen on lo port 25 tag A\n");
  expectFixed(code, "listen on lo mask-src \\\n  mask-src\n", "listen on lo mask-src\n");
});

test("cannot remove what a macro wrote", () => expectNoFix(code, 'both = "tag A tag B"\nlisten on lo $both\n'));
