import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "placeholder-value";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `proc p "x -d <|<domain>|> --key=<|<key-file>|>"\n${rest}`,
    `filter f proc-exec "x '<|<d>|>'"\n${rest}`,
    `mda wrapper w "<|<path>|>/nice"\n${rest}`,
    `action a mda "x <|<user>|>@y"\nmatch for local action a\n`,
    `srs key <|CHANGEME|>\n${rest}`,
    `table t { bob = "bob:<|changeme|>" }\n${rest}`,
    `admd "<|change-me|>.org"\n${rest}`,
    `listen on lo hostname <|YOUR_HOST_NAME|>\n${rest}`,
    `p = "<|replace_me|>"\nadmd $p\n${rest}`,
    `admd <|CHANGE_THIS|>\nnonsense\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `proc p "x <in >out"\n${rest}`,
    `proc p "x 2>&1 <in>out"\n${rest}`,
    `admd "<domain>"\n${rest}`,
    `table t { x }\naction a mbox\nmatch for domain <t> action a\n`,
    `admd example.org\n${rest}`,
    `action a relay host mx.your-server.de\nmatch for local action a\n`,
    `admd exchangement\n${rest}`,
    `# CHANGEME\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what smtpd does", () => {
  const text = `srs key CHANGEME\n${rest}`;
  expectMessage(code, text, {
    message: '"CHANGEME" looks like a place-holder of an example, and smtpd takes it as it stands.',
    help: "Write the value that it stands for.",
  });
  expectNoFix(code, text);
});
