import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "table-config-mismatch";

test("marks db without a path, and getpwnam with one", () => {
  expectMarked(code, "table t <|db|>\n");
  expectMarked(code, 'table t <|"getpwnam:/etc/passwd"|>\n');
});

test("is content with the right form of each", () => {
  expectSilent(code, "table t db:/etc/mail/aliases.db\ntable u getpwnam\n");
  expectSilent(code, 'table t file:/x\ntable u "/x"\ntable v "proc"\n');
});

test("knows that a table of type file may have no path, and is then empty", () =>
  expectSilent(code, "table t file\ntable u static\n"));

test("leaves a path that is not absolute to table-path-not-absolute", () =>
  expectSilent(code, "table t getpwnam:x\ntable u db:x\n"));
