import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "undefined-macro";

test("marks the dollar sign and the name that smtpd reads", () => {
  expectMarked(code, "listen on <|$nobody|>\n");
  expectMarked(code, "table t { <|$nobody|>.example.org }\n");
  expectMarked(code, "listen on <|$|>-x\n");
});

test("marks a use above the definition", () => {
  expectMarked(code, "listen on <|$x|>\nx = lo\n");
  expectMessage(code, "listen on $x\nx = lo\n", {
    help: "Its definition stands further down: move it above this line.",
  });
});

test("suggests a macro of nearly the same name", () => {
  expectMessage(code, "external = lo\nlisten on $extrenal\n", {
    message: 'There is no macro "extrenal" at this point.',
    help: 'Did you mean "$external"?',
  });
  expectFixed(code, "external = lo\nlisten on $extrenal\n", "external = lo\nlisten on $external\n");
});

test("renames a macro whose name cannot be used, everywhere", () => {
  const text = "ext-if = lo\nlisten on $ext-if\nlisten on $ext-if port 26\n";
  expectMarked(code, text.replaceAll("$ext", "<|$ext|>"));
  expectFixed(code, text, text.replaceAll("ext-if", "ext_if"));
});

test("renames nothing where the new name is taken", () =>
  expectNoFix(code, "ext_if = x\next-if = lo\nlisten on $ext-if\n"));

test("takes off braces", () => {
  const braced = ["$", "{x}"].join("");
  expectMarked(code, `x = lo\nlisten on <|${braced}|>\n`);
  expectFixed(code, `x = lo\nlisten on ${braced}\n`, "x = lo\nlisten on $x\n");
  expectNoFix(code, `listen on ${braced}\n`);
});

test("is content with macros of the command line", () =>
  expectSilent(code, "listen on $x\nmatch reject\n", { definitions: ["x=lo"] }));

test("has nothing to say of a dollar sign in quotes, comments and words", () =>
  expectSilent(code, 'table t { "$x", a$x } # $x\n'));

test("has nothing to say where the definition itself is wrong", () => {
  expectSilent(code, "x = 25\nlisten on lo port $x\n");
  expectMarked(code, "listen on lo port <|$x|>\nx = 25\n");
});

test("offers to rename a macro with very many uses at the first one, since each time all are named", () => {
  const text = `ext-if = lo\n${"listen on $ext-if\n".repeat(1000)}`;
  expectFixed(code, text, text.replaceAll("ext-if", "ext_if"));
  const edits = lint({ path: "smtpd.conf", text }).diagnostics.flatMap(({ fixes }) =>
    fixes.flatMap((fix) => fix.edits),
  );
  expect(edits).toHaveLength(1001);
});
