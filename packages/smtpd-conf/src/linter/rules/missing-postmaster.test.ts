import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent, machineWith } from "../testing.ts";

const code = "missing-postmaster";
const listen = "listen on 0.0.0.0\n";
const rule = "match from any for domain x action a\n";

describe("reports", () => {
  test.each([
    `${listen}action a mbox alias <|{ root = anna }|>\n${rule}`,
    `${listen}table t { root = anna }\naction a mbox alias <|<t>|>\nmatch from any for local action a\n`,
    `${listen}action a mbox virtual <|{ "a@x" = b }|>\n${rule}`,
    `${listen}action a mbox virtual <|{ "a@x" = b, "postmaster@y" = b, "@z" = b }|>\n${rule}`,
    `${listen}action a mbox virtual <|{ "@x" = b }|>\nmatch from any for domain { x, y } action a\n`,
    `${listen}action a mbox userbase { b = "1:1:/" } alias <|{ root = b }|>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("a file without the alias", () => {
    const text = `${listen}table t "/t"\naction a mbox alias <|<t>|>\n${rule}`;
    expectMarked(code, text, { files: { "/t": "root: anna\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `${listen}action a mbox alias { Postmaster = anna }\n${rule}`,
    `${listen}action a mbox virtual { "postmaster@x" = b }\n${rule}`,
    `${listen}action a mbox virtual { postmaster = b, "a@x" = b }\n${rule}`,
    `${listen}action a mbox virtual { "@" = b }\n${rule}`,
    `${listen}action a mbox virtual { "@x" = b }\n${rule}`,
    `${listen}action a mbox virtual { "a@x" = b }\nmatch from any for local action a\n`,
    `${listen}action a mbox\n${rule}`,
    `${listen}action a mbox userbase { postmaster = "1:1:/" } alias { root = anna }\n${rule}`,
    `${listen}action a mbox userbase <u> alias { root = anna }\n${rule}`.replace("action", "table u db:/u\naction"),
    `${listen}table t "/missing"\naction a mbox alias <t>\n${rule}`,
    `${listen}table t "/empty"\naction a mbox alias <t>\n${rule}`,
    `${listen}action a mbox alias { root = anna }\nmatch for domain x action a\n`,
    `${listen}action a mbox alias { root = anna }\nmatch from any auth for domain x action a\n`,
    `listen on lo\naction a mbox alias { root = anna }\n${rule}`,
    `${listen}action b mbox\naction a mbox alias { root = anna }\nmatch from any for rcpt-to "postmaster@x" action b\n${rule}`,
  ])("%j", (text) => expectSilent(code, text, { files: { "/empty": "" } }));

  test("a system with a user of that name", () => {
    const machine = machineWith({}, { hasUser: () => true });
    expectSilent(code, `${listen}action a mbox alias { root = anna }\n${rule}`, { machine });
  });
});

test("names the address", () => {
  const help = "Lead it to whoever looks after the server: RFC 5321 (section 4.5.1) asks for it.";
  expectMessage(code, `${listen}action a mbox alias { root = anna }\n${rule}`, {
    message: "There is no alias for postmaster, so that smtpd refuses mail for it where there is no such user.",
    help,
  });
  expectMessage(code, `${listen}action a mbox virtual { "a@x" = b }\n${rule}`, {
    message: 'No key is for "postmaster@x", so that smtpd refuses mail for it.',
    help,
  });
});
