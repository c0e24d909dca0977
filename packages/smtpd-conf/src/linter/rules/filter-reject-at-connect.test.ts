import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "filter-reject-at-connect";

test("marks reject in the phase connect", () => {
  expectMarked(code, 'filter f phase connect match !rdns <|reject|> "550 no"\n');
  expectMarked(code, 'd = "reject"\nfilter f phase connect match src <t> <|$d|> "550 no"\n');
});

test("is content with other decisions and phases, and with 421", () => {
  expectSilent(code, 'filter f phase connect match !rdns disconnect "550 no"\n');
  expectSilent(code, "filter f phase connect match !rdns junk\n");
  expectSilent(code, 'filter f phase ehlo match !rdns reject "550 no"\n');
  expectSilent(code, 'filter f phase auth match !rdns reject "550 no"\n');
  expectSilent(code, 'filter f phase connect match !rdns reject "421 no"\n');
});

test("says what happens, and writes disconnect", () => {
  const text = 'filter f phase connect match !rdns reject "550 no"\n';
  expectMessage(code, text, {
    message: 'After "reject" at connect the session stays open: smtpd answers 503 until the client goes.',
    help: 'Write "disconnect", which sends the same reply and closes the connection.',
  });
  expectFixed(code, text, 'filter f phase connect match !rdns disconnect "550 no"\n');
  expectNoFix(code, 'd = "reject"\nfilter f phase connect match !rdns $d "550 no"\n');
});
