import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-key-too-long";
const key = (bytes: number) => "k".repeat(bytes);

describe("reports", () => {
  test.each([`table t { <|${key(1024)}|>, b }\n`, `table t { a = b, <|"${key(2000)}"|> = c }\n`])(
    "an entry of the configuration %#",
    (text) => expectMarked(code, text),
  );

  test.each([`a b\n<|${key(1024)}|> c\n`, `<|${key(1024)}|>\n`, `a b\n<|${"\u00fc".repeat(512)}|>: c\n`])(
    "a line of a file %#",
    (file) => expectMarked(code, 'table t "/t"\n', { files: { "/t": file } }),
  );
});

describe("is silent about", () => {
  test.each([`table t { ${key(1023)}, b }\n`, `table t { a = ${key(2000)} }\n`])(
    "an entry of the configuration %#",
    (text) => expectSilent(code, text),
  );

  test("letters of one byte each", () => {
    expectSilent(code, `table t { "${"\u00fc".repeat(1000)}" }\n`, { encoding: "latin1" });
  });
});

test("counts bytes", () => {
  expectMessage(code, `table t { "${"\u00fc".repeat(600)}" }\n`, {
    message: "smtpd leaves this entry out, for its key has 1200 bytes and 1023 is the most.",
  });
});
