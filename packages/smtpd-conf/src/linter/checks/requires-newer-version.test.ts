import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "requires-newer-version";

test("marks new statements", () => {
  expectMarked(code, "<|admd|> example.org\n", { target: "6.7.1" });
  expectMarked(code, "<|srs|> key secret\n", { target: "6.4.2" });
  expectMarked(code, "<|proc|> p x\n<|filter|> f proc p\n", { target: "6.4.0" });
  expectSilent(code, "srs key secret\nproc p x\nfilter f proc p\n", { target: "6.6.0" });
});

test("marks new options", () => {
  expectMarked(code, "action a relay <|srs|>\n", { target: "6.4.2" });
  expectMarked(code, "action a relay <|domain|> <d>\n", { target: "6.6.4" });
  expectMarked(code, "listen on lo <|ciphers|> HIGH <|protocols|> tlsv1.3\n", { target: "6.8.0" });
  expectMarked(code, "listen on socket <|tag|> x\n", { target: "6.6.4" });
  expectMarked(code, "listen on socket <|no-dsn|>\n", { target: "7.4" });
  expectSilent(code, "listen on socket no-dsn\n", { target: "7.5" });
});

test("marks new conditions, and regex", () => {
  expectMarked(code, "match from <|rdns|> reject\n", { target: "6.4.2" });
  expectMarked(code, "match from <|auth|> reject\n", { target: "6.6.4" });
  expectMarked(code, "match for <|rcpt-to|> x reject\n", { target: "6.6.4" });
  expectMarked(code, "match helo <|regex|> x reject\n", { target: "6.4.2" });
  expectSilent(code, "match helo regex x from rdns reject\n", { target: "6.6.0" });
});

test("marks new phases and decisions of filters, one at a time", () => {
  expectMarked(code, "filter f phase <|auth|> match auth <t> bypass\n", { target: "6.6.4" });
  expectMarked(code, "filter f phase helo match rdns <|bypass|>\n", { target: "6.6.4" });
  expectMarked(code, "filter f phase mail-from match <|auth|> junk\n", { target: "6.6.4" });
});

test("marks the names of ports and lists of filters in 6.4, where they are keywords and nothing else", () => {
  expectMarked(code, "listen on lo port <|smtps|>\n", { target: "6.4.2" });
  expectMarked(code, "listen on lo filter <|{ a, b }|>\n", { target: "6.4.2" });
  expectSilent(code, 'listen on lo port "smtp" filter a\n', { target: "6.4.2" });
  expectFixed(code, "listen on lo port smtps\n", "listen on lo port 465\n", { target: "6.4.2" });
});

test("has nothing to say of a word that the target does not reserve yet", () =>
  expectSilent(code, "action bypass mbox\nmatch for domain protocols action bypass\n", { target: "6.4.2" }));

test("says since when, and what to write instead", () => {
  expectMessage(
    code,
    "match from auth reject\n",
    {
      message: 'The condition "from auth" came with 6.7.1, and the target is 6.6.4.',
      help: 'Write "auth from any".',
    },
    { target: "6.6.4" },
  );
  expectMessage(
    code,
    "listen on lo protocols x\n",
    {
      message: 'The option "protocols" came with 7.3, and the target is 6.8.0.',
      help: "Run 7.3 or newer, or do without it.",
    },
    { target: "6.8.0" },
  );
});
