import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "inert-filter-phase";
const old = { target: "6.6.4" } as const;

test("marks the phases data and commit", () => {
  expectMarked(code, "filter f phase <|data|> match !rdns junk\n", old);
  expectMarked(code, 'filter f phase <|commit|> match !rdns reject "550 no"\n', { target: "6.6.0" });
});

test("is content with other phases, and with later releases", () => {
  expectSilent(code, "filter f phase rcpt-to match !rdns junk\nfilter g phase connect match !rdns junk\n", old);
  expectSilent(code, "filter f phase data match !rdns junk\n", { target: "6.7.1" });
  expectSilent(code, "filter f phase data match !rdns junk\n");
});

test("names the release, and suggests a phase that works", () => {
  const text = "filter f phase data match !rdns junk\n";
  expectMessage(
    code,
    text,
    {
      message: 'smtpd 6.6.4 accepts a filter of the phase "data", and never lets it match.',
      help: 'Use the phase "mail-from" or "rcpt-to", or smtpd 6.7 or later.',
    },
    old,
  );
  expectFixed(code, text, "filter f phase rcpt-to match !rdns junk\n", old);
  expectNoFix(code, 'p = "data"\nfilter f phase $p match !rdns junk\n', old);
});
