import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "secret-in-config";
const rest = "match for any action r\n";
const relay = "action r relay host smtps://l@mx1 auth";

describe("reports", () => {
  test.each([
    `srs key <|"x"|>\nsrs key backup <|y|>\naction r relay srs\n${rest}`,
    `queue encryption <|"0123456789abcdef0123456789abcdef"|>\naction r relay\n${rest}`,
    `table t { l = <|"u:p"|>, m = <|q|> }\n${relay} <t>\naction s relay host smtps://l@mx2 auth <t>\n${rest}`,
    `${relay} { l = <|"u:p"|> }\n${rest}`,
    `k = "x"\nsrs key <|$k|>\nnonsense\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `queue encryption\naction r relay\n${rest}`,
    `srs ttl 4d\naction r relay\n${rest}`,
    `table t "/t"\n${relay} <t>\n${rest}`,
    `table t { l = "u:p" }\naction r relay helo-src <t>\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("an included file", () => {
    expectSilent(code, `include "/k"\naction r relay srs\n${rest}`, { files: { "/k": "srs key x\n" } });
  });
  test("a macro of an included file", () => {
    expectSilent(code, `include "/k"\nsrs key $k\naction r relay srs\n${rest}`, { files: { "/k": "k = x\n" } });
  });
  test("what the command line gives", () => {
    expectSilent(code, `srs key $k\naction r relay srs\n${rest}`, { definitions: ["k=x"] });
  });
  test("the file of a table", () => {
    expectSilent(code, `table t "/t"\n${relay} <t>\n${rest}`, { files: { "/t": "l u:p\n" } });
  });
});

describe("names what it is", () => {
  test.each([
    [`srs key x\n${rest}`, "Whoever can read the file knows this SRS key."],
    [`queue encryption x\n${rest}`, "Whoever can read the file knows this queue key."],
    [`${relay} { l = "u:p" }\n${rest}`, "Whoever can read the file knows this password."],
  ])("%j", (text, message) => {
    expectMessage(code, text, { message });
    expectNoFix(code, text);
  });
});
