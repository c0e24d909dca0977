import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "string-too-long";
const many = (character: string, count: number) => character.repeat(count);

test("marks the string from its opening quote to where smtpd gives up", () =>
  expectMarked(code, `srs key <|"${many("a", 8095)}|>bcd"\n`));

test("marks a bare word in the same way", () => expectMarked(code, `srs key <|${many("a", 8095)}b|>cd\n`));

test("is content with 8094 bytes in quotes and 8095 without", () => {
  expectSilent(code, `srs key "${many("a", 8094)}"\n`);
  expectSilent(code, `srs key ${many("a", 8095)}\n`);
});

test("counts bytes", () => {
  expectSilent(code, `srs key "${many("ä", 4047)}"\n`);
  expectMarked(code, `srs key <|"${many("ä", 4048)}|>"\n`);
  expectSilent(code, `srs key "${many("ä", 8094)}"\n`, { encoding: "latin1" });
});

test("has nothing to say of a long comment", () => expectSilent(code, `# ${many("a", 20_000)}\nmatch reject\n`));
