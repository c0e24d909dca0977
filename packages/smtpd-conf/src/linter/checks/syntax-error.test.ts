import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "syntax-error";

test("marks the word that cannot stand there", () => {
  expectMarked(code, "match reject <|else|>\n");
  expectMarked(code, "match !<|!|>from any reject\n");
  expectMarked(code, "filter f phase connect <|!|>rdns reject x\n");
});

test("marks the macro that such a word comes from", () => expectMarked(code, 'x = "else"\nmatch reject <|$x|>\n'));

test("says what could stand there", () => {
  expectMessage(code, "match reject else\n", {
    message: '"else" cannot stand here.',
    help: "Expected the end of the line.",
  });
  expectMessage(code, "filter f phase connect !rdns reject x\n", { help: 'Expected "match".' });
});

test("shortens what is long, and shows what cannot be printed", () => {
  expectMessage(code, `match reject ${"x".repeat(50)}\n`, { message: `"${"x".repeat(40)}…" cannot stand here.` });
  expectMessage(code, 'match reject "a\u0007"\n', { message: '"a\\x07" cannot stand here.' });
});

test("is content with every kind of statement", () =>
  expectSilent(
    code,
    'a = b\nbounce warn-interval 1h\nmta limit for domain x inet4\nlisten on socket tag x\nmatch !from any action "a"\n',
  ));
