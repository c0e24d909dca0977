import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "pki-redefined";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `pki p <|cert "/a"|> cert "/b" key "/k"\n${rest}`,
    `pki p <|cert "/a"|> key "/k"\npki P cert "/b"\n${rest}`,
    `pki p <|key "/a"|> <|key "/b"|> key "/c" cert "/c"\n${rest}`,
    `pki p <|dhe auto|> cert "/c" key "/k" dhe none\n${rest}`,
    `ca c cert <|"/a"|>\nca C cert "/b"\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `pki p cert "/a"\npki p key "/b" dhe auto\n${rest}`,
    `pki p cert "/a" key "/k"\npki q cert "/b" key "/k"\n${rest}`,
    `pki p cert "/a" key "/k"\nca p cert "/b"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says which one counts", () => {
  const text = `pki p cert "/a" key "/k"\npki P cert "/b"\n${rest}`;
  expectMessage(code, text, {
    message: 'This cert of the pki "p" is replaced by a later one.',
    help: 'Only cert "/b" counts. For another certificate write a statement with another name.',
  });
  expectRelated(code, `pki p cert "/a" key "/k"\npki P <|cert "/b"|>\n${rest}`);
});

test("suggests to remove the one that is replaced", () => {
  expectFixed(code, `pki p cert "/a" cert "/b" key "/k"\n${rest}`, `pki p cert "/b" key "/k"\n${rest}`);
});

describe("does not touch", () => {
  test("what a macro wrote", () => {
    expectNoFix(code, `f = 'cert "/a"'\npki p $f cert "/b" key "/k"\n${rest}`);
  });
  test("a ca, which is nothing without its cert", () => expectNoFix(code, `ca c cert "/a"\nca c cert "/b"\n${rest}`));
});
