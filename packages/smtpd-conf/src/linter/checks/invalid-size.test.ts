import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-size";

describe("a number with at most one letter:", () => {
  test.each(["0", "36700160", "35M", "35m", "1B", "1.5M", "1.5", '""', '" 35M"', '"+1K"', "7E"])("%s is one", (size) =>
    expectSilent(code, `smtp max-message-size ${size}\n`),
  );

  test.each(["-1", '"-1"', "35MB", '"35 M"', "35Q", "unlimited", '"1.2.3"', '"M5"', '"35,000"', "8E", "9999E"])(
    "%s is none",
    (size) => expectMarked(code, `smtp max-message-size <|${size}|>\n`),
  );
});

test("lets some sizes that are too large slip through up to 6.8, as smtpd does", () => {
  expectSilent(code, "smtp max-message-size 99999P\n", { target: "6.8.0" });
  expectMarked(code, "smtp max-message-size <|9000P|>\n", { target: "6.8.0" });
  expectMarked(code, "smtp max-message-size <|99999P|>\n", { target: "7.3" });
});

test("marks the macro that the size comes from", () => {
  expectMarked(code, 'limit_ = "35MB"\nsmtp max-message-size <|$limit_|>\n');
  expectNoFix(code, 'limit_ = "35MB"\nsmtp max-message-size $limit_\n');
});

describe("writes what was meant:", () => {
  test.each([
    ["35MB", "35M"],
    ["35mib", "35M"],
    ['"35 M"', '"35M"'],
    ['"1.5 GB"', '"1.5G"'],
    ['"35 megabytes"', '"35M"'],
    ["500kb", "500K"],
  ])("%s becomes %s", (from, to) =>
    expectFixed(code, `smtp max-message-size ${from}\n`, `smtp max-message-size ${to}\n`),
  );

  test.each(["unlimited", "-1", "99999P", '"35,000"'])("%s is left to the author", (size) =>
    expectNoFix(code, `smtp max-message-size ${size}\n`),
  );
});

test("says how a size is written, and how large it can be", () => {
  expectMessage(code, "smtp max-message-size unlimited\n", {
    message: '"unlimited" is not a size.',
    help: 'A size is a number with at most one letter of B, K, M, G, T, P or E: "35M".',
  });
  expectMessage(code, "smtp max-message-size 99999P\n", { help: 'It is too large: less than "8E" fits.' });
});
