import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "srs-ttl-too-short";

test("marks anything below a day", () => {
  expectMarked(code, "srs ttl <|12h|>\n");
  expectMarked(code, "srs ttl <|86399s|>\n");
  expectMarked(code, 'srs ttl <|" 1439m"|>\n');
});

test("is content with a day in any unit", () => {
  for (const delay of ["1d", "24h", "1440m", "86400s", "30h"]) expectSilent(code, `srs ttl ${delay}\n`);
});

test("leaves what is no delay to invalid-delay", () => {
  expectSilent(code, "srs ttl 0d\n");
  expectSilent(code, "srs ttl 1w\n");
});

test("has nothing to say of other delays", () => expectSilent(code, "queue ttl 1h\n"));

test("says what smtpd does", () =>
  expectMessage(code, "srs ttl 12h\n", {
    message: '"12h" is less than a day, and smtpd counts the srs ttl in whole days.',
    help: 'Write "1d" or more.',
  }));
