import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "missing-name";

test("marks the word that stands in its place", () => {
  expectMarked(code, 'action <|relay|> host "mail.example.org"\n');
  expectMarked(code, "action <|mbox|>\n");
  expectMarked(code, 'pki <|cert|> "/c"\n');
  expectMarked(code, 'ca <|cert|> "/c"\n');
  expectMarked(code, "filter <|phase|> connect match rdns junk\n");
  expectMarked(code, "listen on <|tls-require|>\n");
});

test("leaves a keyword as a name to unquoted-reserved-word", () => {
  expectSilent(code, "action relay relay\n");
  expectSilent(code, "action local mbox\n");
  expectSilent(code, "listen on data port 25\n");
});

test("says what is missing", () => {
  expectMessage(code, "action mbox\n", {
    message: "The action has no name.",
    help: 'Write it first: action "local" mbox …',
  });
  expectMessage(code, "listen on port 25\n", { message: "The listener has no address or interface." });
});
