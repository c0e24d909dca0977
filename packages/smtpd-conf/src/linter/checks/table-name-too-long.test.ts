import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "table-name-too-long";
const long = "x".repeat(2048);

test("marks a name, a type and a path of 2048 bytes", () => {
  expectMarked(code, `table <|${long}|> { a }\n`);
  expectMarked(code, `table t <|${long}|>\n`);
  expectMarked(code, `table t <|"/${long.slice(1)}"|>\n`);
  expectMarked(code, `table t <|file:/${long.slice(1)}|>\n`);
});

test("is content with 2047", () => {
  expectSilent(code, `table ${long.slice(1)} { a }\n`);
  expectSilent(code, `table t "/${long.slice(2)}"\n`);
  expectSilent(code, `table t file:/${long.slice(2)}\n`);
});

test("counts bytes", () => expectMarked(code, `table <|"${"ä".repeat(1024)}"|> { a }\n`));
