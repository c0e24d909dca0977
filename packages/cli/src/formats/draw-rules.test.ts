import { checks, rules } from "smtpd-conf";
import { expect, test } from "vitest";
import { describeRule } from "./describe-rule.ts";
import { drawRules } from "./draw-rules.ts";
import { openPaint } from "./paint.ts";

const some = rules.filter(({ code }) => ["open-relay", "secret-in-config", "unused-table"].includes(code));

test("by category, with severity, code and what is reported", () => {
  expect(drawRules(some.map(describeRule), openPaint(false), 60)).toBe(
    `security
    error    open-relay
             A rule relays mail from anybody to anywhere:
             spammers look for such servers, and find them
             within hours.
    warning  secret-in-config  (on in strict and security only)
             A secret stands in the configuration, which
             others than root can often read.

dead-code
    warning  unused-table  (has options, can be fixed)
             A table that nothing refers to is read and
             never asked.

3 rules. smtpd-lint explain CODE shows the page about one.
`,
  );
});

test("checks are named as such", () => {
  const text = drawRules(checks.slice(0, 1).map(describeRule), openPaint(false), 80);
  expect(text).toContain("checks: what smtpd refuses");
  expect(text).toContain("1 check. smtpd-lint explain");
});
