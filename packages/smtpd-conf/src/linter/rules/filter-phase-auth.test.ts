import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "filter-phase-auth";
const start = 'A filter of the phase "auth" runs when clients connect: ';

test.each([
  'filter f phase <|auth|> match !auth reject "550 no"\n',
  'filter f phase <|auth|> match helo x disconnect "550 no"\n',
  "filter f phase <|auth|> match !fcrdns junk\n",
  'p = "auth"\nfilter f phase <|$p|> match auth bypass\n',
])("reports %j", (text) => expectMarked(code, text));

test("is silent about other phases, and where auth is the condition", () => {
  expectSilent(code, 'filter f phase mail-from match !auth reject "550 no"\n');
  expectSilent(code, "filter f phase connect match !rdns junk\nfilter auth-filter phase helo match !rdns junk\n");
});

test("is silent about releases without the phase", () =>
  expectSilent(code, "filter f phase auth match !rdns junk\n", { target: "6.6.4" }));

describe("says what comes of it", () => {
  test.each([
    ['match !auth reject "550 no"', "nobody has logged in by then, and it turns everybody away."],
    ['match !auth disconnect "550 no"', "nobody has logged in by then, and it turns everybody away."],
    ["match !auth junk", "nobody has logged in by then, and it acts on everybody."],
    ["match auth bypass", "nobody has logged in by then, and it never acts."],
    ["match helo <t> junk", "there is no greeting to compare, and the first connection kills smtpd."],
    ['match !helo regex "x" junk', "there is no greeting to compare, and the first connection kills smtpd."],
    ["match src <t> junk", "it also acts on those who never log in."],
  ])("%s", (rest, message) =>
    expectMessage(code, `table t { x }\nfilter f phase auth ${rest}\n`, {
      message: start + message,
      help: 'Write "mail-from", the first phase in which a login is known.',
    }),
  );
});

test("suggests the phase mail-from", () => {
  expectFixed(code, "filter f phase auth match !auth junk\n", "filter f phase mail-from match !auth junk\n");
  expectNoFix(code, 'p = "auth"\nfilter f phase $p match !auth junk\n');
});
