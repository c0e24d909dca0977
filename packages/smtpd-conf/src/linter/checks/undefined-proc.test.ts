import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "undefined-proc";

test("marks the name", () => expectMarked(code, "proc p x\nfilter f proc <|q|>\n"));

test("is content with a proc, and with a filter that made one", () =>
  expectSilent(code, "proc p x\nfilter f proc p\nfilter g proc-exec y\nfilter h proc g\n"));

test("knows a filter that made none", () =>
  expectMessage(code, "filter a phase connect match rdns junk\nfilter f proc a\n", {
    help: '"a" is a filter, and a proc is expected here.',
  }));

test("has nothing to say where the definition itself is wrong", () =>
  expectSilent(code, "proc p x uid 5\nfilter f proc p\n"));
