import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "legacy-recipient-sender-words";

test("marks the first old word", () => {
  expectMarked(code, "match <|sender|> x for any reject\n");
  expectMarked(code, "match from any <|recipient|> x reject\n");
  expectMarked(code, "match !<|authenticated|> reject\n");
  expectMarked(code, "match from <|all|> reject\n");
});

test("renames all of them in one go", () => {
  expectFixed(
    code,
    "match tagged X from source y sender <s> recipient r for all action a\n",
    "match tag X from src y mail-from <s> rcpt-to r for any action a\n",
  );
  expectFixed(code, "match authenticated from any reject\n", "match auth from any reject\n");
});

test("marks a table directly after from", () => {
  expectMarked(code, "match from <|<t>|> for any reject\n");
  expectFixed(code, "match from <t> for any reject\n", "match from src <t> for any reject\n");
});

test("is content with such values", () => expectSilent(code, "match tag sender helo source for domain all reject\n"));

test("says since when", () =>
  expectMessage(code, "match sender x reject\n", {
    message: 'Since 6.4, "sender" is called "mail-from".',
    help: 'Write "mail-from".',
  }));
