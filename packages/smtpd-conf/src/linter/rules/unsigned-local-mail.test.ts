import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "unsigned-local-mail";
const filters = `pki p cert "/c" key "/k"
proc signer "filter-dkimsign -d example.org"
filter sign proc signer
filter exec proc-exec "/usr/libexec/opensmtpd/opensmtpd-filter-dkimsign -s x"
filter scan proc-exec filter-rspamd
`;
const rules = "action out relay\nmatch for any action out\nmatch from auth for any action out\n";
const submission = "listen on em0 port 587 tls-require pki p auth";

describe("reports", () => {
  test.each([
    `${submission} filter <|sign|>\n`,
    `${submission} filter { scan, <|exec|> }\n`,
    `filter both chain { scan, <|sign|> }\n${submission} filter both\nlisten on lo filter both\n`,
    `listen on socket\n${submission} filter <|sign|>\n`,
    `listen on socket filter scan\n${submission} filter <|sign|>\n`,
  ])("%j", (text) => expectMarked(code, filters + text + rules));
});

describe("is silent about", () => {
  test.each([
    `listen on socket filter sign\n${submission} filter sign\n`,
    `listen on socket filter { scan, exec }\n${submission} filter sign\n`,
    `${submission} filter scan\n`,
    `${submission}\n`,
    `listen on lo port 10027 tag S filter sign\naction loop relay host smtp://127.0.0.1:10027\n${submission}\n`,
  ])("%j", (text) => expectSilent(code, filters + text + rules));

  test.each([
    "match from auth for any action out\n",
    "match tag T for any action out\n",
    "match for any reject\n",
    "match from src 10.0.0.0/8 for any action out\n",
  ])("the rule %j", (rule) => expectSilent(code, `${filters}${submission} filter sign\naction out relay\n${rule}`));
});

test("says how to sign local mail, and points at the socket", () => {
  const text = `${filters}${submission} filter sign\n`;
  expectMessage(code, text + rules, {
    message: 'The filter "sign" signs what comes in here, and not what programs of this machine send.',
    help: 'Add the line: listen on socket filter "sign".',
  });
  expectMessage(code, `${text}listen on socket\n${rules}`, { help: 'Name "sign" on the socket as well.' });
  expectRelated(code, `${text}<|listen on socket|>\n${rules}`);
});
