import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "legacy-delivery-option";

test("marks the old words", () => {
  expectMarked(code, "action a <|deliver to|> mbox\n");
  expectMarked(code, "action a mda x <|as|> vmail\n");
  expectMarked(code, "action a maildir <|expire|> 4d\n");
});

test("leaves deliver to out", () => {
  expectFixed(code, "action a deliver to maildir junk\n", "action a maildir junk\n");
  expectMessage(code, "action a deliver to mbox\n", {
    message: 'The words "deliver to" are gone since 6.4: an action names the delivery at once.',
    help: 'Write "mbox" alone.',
  });
});

test("renames the others in one go", () =>
  expectFixed(code, "action a mda x as vmail expire 4d\n", "action a mda x user vmail ttl 4d\n"));

test("has nothing to say of relays and rules", () => {
  expectSilent(code, "action a relay as x\n");
  expectSilent(code, "match for any deliver to mbox\n");
});
