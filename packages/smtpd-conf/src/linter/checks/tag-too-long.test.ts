import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "tag-too-long";
const long = "t".repeat(33);

test("marks a tag of 33 characters", () => {
  expectMarked(code, `listen on lo tag <|${long}|>\n`);
  expectMarked(code, `listen on socket tag <|"${long}"|>\n`);
});

test("marks the macro that it comes from", () => expectMarked(code, `t = ${long}\nlisten on lo tag <|$t|>\n`));

test("is content with 32", () => expectSilent(code, `listen on lo tag ${long.slice(1)}\n`));

test("counts bytes", () => {
  expectMarked(code, `listen on lo tag <|"${"ä".repeat(17)}"|>\n`);
  expectSilent(code, `listen on lo tag "${"ä".repeat(17)}"\n`, { encoding: "latin1" });
});

test("has nothing to say of rules, which may ask for any tag", () => expectSilent(code, `match tag ${long} reject\n`));
