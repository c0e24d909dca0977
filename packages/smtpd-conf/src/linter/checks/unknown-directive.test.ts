import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unknown-directive";

test("marks the first word", () => {
  expectMarked(code, "<|lisen|> on lo\n");
  expectMarked(code, "<|greylist|>\n");
  expectMarked(code, '<|"greylist"|> "on"\n');
});

test("marks what can begin no line at all", () => {
  expectMarked(code, "<|/|>etc/mail\n");
  expectMarked(code, "<|}|>\n");
  expectMarked(code, "<|=|> x\n");
});

test("suggests a statement that is nearly the same", () => {
  expectMessage(code, "lisen on lo\n", { message: 'There is no statement "lisen".', help: 'Did you mean "listen"?' });
  expectFixed(code, "tabel t { a }\n", "table t { a }\n");
});

test("says where a keyword belongs", () => {
  expectMessage(code, "helo x\n", {
    help: '"helo" belongs in "action … relay", "match" or "filter … phase … match".',
  });
  expectNoFix(code, "helo x\n");
});

test("is content with a macro of any name", () => expectSilent(code, "lisen = on\nmatch reject\n"));

test("leaves a macro with the name of a keyword, and capitals, to others", () => {
  expectSilent(code, "helo = x\n");
  expectSilent(code, "Listen on lo\n");
});
