import { describe, expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "legacy-grammar";

describe("a file of the old language", () => {
  const text = "expire 4d\nlisten on lo\naccept from any for local deliver to mbox\nreject for any\nqueue ttl 1w\n";

  test("is marked once, at its first mistake", () => expectMarked(code, `<|expire|>${text.slice(6)}`));

  test("has no other finding", () => {
    const { diagnostics, verdict } = lint({ path: "smtpd.conf", text });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(verdict).toBe("rejected");
  });

  test("may have nothing but old rules", () => {
    expectMarked(code, "<|accept|> for local deliver to mbox\n");
    expectMarked(code, "<|reject|> from any for any\n");
    expectMarked(code, '<|map|> aliases { source db "/etc/aliases.db" }\naccept for any relay\n');
  });

  test("says so", () =>
    expectMessage(code, text, {
      message: "This file is written in the language of OpenSMTPD before 6.4, which no release since 2018 reads.",
    }));
});

describe("an old rule among new ones", () => {
  const rest = 'action "in" mbox\nmatch for local action "in"\n';

  test("is marked at its first word", () => {
    expectMarked(code, `<|accept|> for any relay\n${rest}<|reject|> recipient <them> for any\n`);
    expectMarked(code, `<|map|> aliases { a = b }\n${rest}`);
  });

  test("is marked also where the new ones are broken", () =>
    expectMarked(code, "<|accept|> for any relay\nmatch for nowhere reject\n"));

  test("is told what to write instead", () => {
    expectMessage(code, `accept for any relay\n${rest}`, {
      message: '"accept" rules are of the language before 6.4.',
      help: 'Write how mail is delivered as action "name" …, and which mail as match … action "name".',
    });
    expectMessage(code, `reject for any\n${rest}`, { help: "Write match, the conditions, and reject at the end." });
  });
});

test("takes neither macros nor quoted words for old rules", () => {
  expectSilent(code, 'accept = "x"\nmap = "y"\nmatch for any reject\n');
  expectSilent(code, '"accept" for any relay\n');
});

test("does not take every word for the start of an old rule", () => expectSilent(code, 'reject\nreject "x"\n'));
