import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "mda-inner-quotes";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a mda 'run <|"|>a b" c'\n${rest}`,
    `action a mda <|"run \\"a b\\" c"|>\n${rest}`,
    `action a mda 'run "a" <|"|>b;c"'\n${rest}`,
    `action a mda 'run <|"|>a'\n${rest}`,
    `action a mda 'run "a" <|"|>b'\n${rest}`,
    `action a mda 'run <|"|>a > b"' user vmail\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a mda "run 'a b' c"\n${rest}`,
    `action a mda 'run "a" c'\n${rest}`,
    `action a mda 'run \\"a b\\" c'\n${rest}`,
    `action a maildir '/m/"x y"'\n${rest}`,
    `mda wrapper w 'run "a b" %{mda}'\naction a maildir wrapper w\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what happens", () =>
  expectMessage(code, `action a mda "run \\"a b\\""\n${rest}`, {
    message:
      "This double quote ends the one that smtpd puts around the whole command: every delivery fails and the mail bounces.",
    help: "Write single quotes inside: \"run 'a b'\".",
  }));

test("suggests single quotes", () => {
  expectFixed(code, `action a mda "run \\"a b\\" c"\n${rest}`, `action a mda "run 'a b' c"\n${rest}`);
  expectFixed(code, `action a mda 'run "a b" c'\n${rest}`, `action a mda "run 'a b' c"\n${rest}`);
});

test("mends nothing where a quote is left open, others are there, or a macro wrote it", () => {
  expectNoFix(code, `action a mda 'run "a'\n${rest}`);
  expectNoFix(code, `action a mda "run \\"it's a\\""\n${rest}`);
  expectNoFix(code, `c = "'run \\"a b\\"'"\naction a mda $c\n${rest}`);
});
