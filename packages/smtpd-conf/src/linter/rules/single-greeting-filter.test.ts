import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "single-greeting-filter";
const rest = "action z mbox\nmatch for local action z\n";
const helo = 'filter h phase <|helo|> match helo localhost reject "550 no"\n';
const ehlo = 'filter e phase <|ehlo|> match helo localhost reject "550 no"\n';

function plain(text: string): string {
  return text.replaceAll(/<\||\|>/g, "");
}

describe("reports", () => {
  test.each([
    `${helo}listen on lo filter h\n`,
    `${ehlo}listen on lo filter { e }\n`,
    `${helo}${ehlo}listen on lo filter h\nlisten on em0 filter e\n`,
    `${helo}filter e phase <|ehlo|> match !rdns junk\nlisten on lo filter { h, e }\n`,
  ])("%j", (text) => expectMarked(code, text + rest));
});

describe("is silent about", () => {
  test.each([
    `${helo}${ehlo}listen on lo filter { h, e }\n`,
    `${helo}${ehlo}filter c chain { e, h }\nlisten on lo filter c\n`,
    `${helo}${ehlo}listen on lo filter { h, e }\nlisten on em0 filter h\nlisten on em1 filter e\n`,
    `${helo}filter e phase ehlo match helo other junk\nlisten on lo filter { h, e }\n`,
    `${helo}listen on lo\n`,
    "filter h phase helo match helo x bypass\nlisten on lo filter h\n",
    'filter h phase helo match helo x report "x"\nlisten on lo filter h\n',
    "filter h phase connect match !rdns junk\nlisten on lo filter h\n",
  ])("%j", (text) => expectSilent(code, plain(text) + rest));
});

test("says who is missed", () => {
  expectMessage(code, plain(`${helo}listen on lo filter h\n${rest}`), {
    message: 'The filter "h" looks at HELO only: nearly all clients greet with EHLO, and never meet it.',
    help: 'Add a second filter with the same condition and the phase "ehlo".',
  });
  expectMessage(code, plain(`${ehlo}listen on lo filter e\n${rest}`), {
    message: 'The filter "e" looks at EHLO only: a client that greets with HELO never meets it.',
    help: 'Add a second filter with the same condition and the phase "helo".',
  });
});
