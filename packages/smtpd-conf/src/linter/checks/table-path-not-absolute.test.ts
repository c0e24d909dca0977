import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-path-not-absolute";

test("marks the word with the path", () => {
  expectMarked(code, "table t <|file:aliases|>\n");
  expectMarked(code, "table t <|sqlite:./settings|>\n");
  expectMarked(code, 'table t <|"db:"|>\n');
  expectMarked(code, "table t <|:x|>\n");
});

test("is content with an absolute path, and with none", () => {
  expectSilent(code, 'table t file:/x\ntable u "/x"\n');
  expectSilent(code, "table t getpwnam\n");
});

test("says how to write the path", () => {
  expectMessage(code, "table t file:aliases\n", {
    message: '"aliases" is not an absolute path.',
    help: "Write file:/… with the whole path.",
  });
  expectMessage(code, "table t file:\n", { message: "The path after the colon is missing." });
});

test("takes a value with a colon for a list without braces", () =>
  expectMessage(code, 'table t "fe80::1"\n', {
    help: 'A list of values stands in braces: table t { "fe80::1" }.',
  }));
