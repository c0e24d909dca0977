import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "userbase-name-with-delimiter";
const rule = "match for local action a\n";
const value = '"1:1:/"';

describe("reports", () => {
  test.each([
    `action a maildir userbase { <|"a+b"|> = ${value}, c = ${value} }\n${rule}`,
    `smtp sub-addr-delim "."\naction a maildir userbase { <|a.b|> = ${value}, "a+b" = ${value} }\n${rule}`,
    `action a maildir userbase { <|a_b|> = ${value}, <|"_c"|> = ${value} }\nsmtp sub-addr-delim "_"\n${rule}`,
    `table u { <|"a+"|> = x }\naction a maildir userbase <u>\naction b mbox userbase <u>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("names in the file of the userbase", () => {
    const text = `table u file:/u\naction a maildir userbase <u>\n${rule}`;
    expectMarked(code, text, { files: { "/u": "alice 1:1:/\n<|a+b|> 1:1:/\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `action a maildir userbase { a_b = ${value}, a.b = ${value} }\n${rule}`,
    `smtp sub-addr-delim "_"\naction a maildir userbase { _smtpd = ${value} }\n${rule}`,
    `action a maildir virtual { "a+b@d" = c }\n${rule}`,
    `action a maildir alias { "a+b" = c }\n${rule}`,
    `table u file:/u\naction a maildir userbase <u>\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is looked up, and points at the setting", () => {
  const text = `smtp sub-addr-delim <|"_"|>\naction a maildir userbase { mary_ann = ${value} }\n${rule}`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: 'smtpd cuts user names at "_" and looks for "mary", so "mary_ann" never gets mail.',
    help: 'Rename the user, or choose another delimiter with "smtp sub-addr-delim".',
  });
});
