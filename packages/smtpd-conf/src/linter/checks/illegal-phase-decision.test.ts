import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "illegal-phase-decision";

test("marks junk and bypass at commit", () => {
  expectMarked(code, "filter f phase commit match !fcrdns <|junk|>\n");
  expectMarked(code, "filter f phase commit match src <t> <|bypass|>\n");
});

test("marks the macro that they come from", () =>
  expectMarked(code, 'what = "junk"\nfilter f phase commit match fcrdns <|$what|>\n'));

test("is content with the other decisions at commit", () => {
  expectSilent(code, 'filter f phase commit match fcrdns reject "550 no"\n');
  expectSilent(code, 'filter f phase commit match fcrdns disconnect "550 no"\n');
  expectSilent(code, 'filter f phase commit match fcrdns rewrite "x"\nfilter g phase commit match fcrdns report "y"\n');
});

test("is content with junk and bypass before commit", () => {
  expectSilent(code, "filter f phase connect match fcrdns junk\nfilter g phase data match fcrdns bypass\n");
});

test("names the phase and what it can do", () =>
  expectMessage(code, "filter f phase commit match fcrdns junk\n", {
    message: '"junk" comes too late in phase commit: the message has been received.',
    help: 'Decide in an earlier phase, such as data; in commit a filter can "reject", "disconnect", "rewrite" or "report".',
  }));
