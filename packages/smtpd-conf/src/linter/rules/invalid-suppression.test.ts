import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-suppression";
const rest = "action a mbox\nmatch for local action a\n";
const on = "# smtpd-lint:";

describe("reports", () => {
  test.each([
    `${on} <|disable-next|> unused-table\n${rest}`,
    `${on} <|ignore|>\n${rest}`,
    `<|${on}|>\n${rest}`,
    `<|${on}|> -- why\n${rest}`,
    `<|# smtpd-lint disable-next-line|> unused-table\n${rest}`,
    `<|# smtpd-lint-disable|> unused-table\n${rest}<|# smtpd-lint-enable|>\n`,
    `${on} disable-file <|unused-tables|>, unused-table, <|Unused-table|>\n${rest}`,
    `${on} disable-file <|incomplete-pki|>\n${rest}`,
    `${on} disable-line unused-table <|for the new server|>\n${rest}`,
    `${on} disable-line <|because it is new|> -- or so\n${rest}`,
    `${on} disable-line <|unused-suppression|>, unused-table\n${rest}`,
    `${on} <|enable|>\n${rest}`,
    `${on} disable\n${on} enable <|unused-table|>\n${rest}`,
    `${on} disable unused-table\n${on} enable\n${on} <|enable|>\n${rest}`,
    `${on} enable <|unused-tables|>\n${rest}`,
    `${on} <|disable-here|>\nnonsense\n`,
    `# one \\\n${on} <|disable-here|> \\\n  ${on} disable-line <|x|>\n${rest}`,
    `listen on lo ${on} <|x|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("in the file that a comment stands in", () => {
    const files = { "/i": `${on} <|enable|>\n${on} <|x|>\n` };
    expectMarked(code, `${on} disable unused-table\ninclude "/i"\n${rest}`, { files });
  });
});

describe("is silent about", () => {
  test.each([
    `${on} disable-file unused-table, no-public-listener -- why, and more\n${rest}`,
    `##smtpd-lint:disable-file unused-table no-public-listener --why\n${rest}`,
    `# smtpd-lint : disable-line\n${rest}`,
    `${on} disable unused-table,\\\n no-public-listener\n${on} enable no-public-listener\n${on} enable\n${rest}`,
    `${on} disable-file \\\n# unused-table\n${rest}`,
    `${on} disable\n${on} enable -- done\n${rest}`,
    `${on} disable-file ${code}\n${on} x\n${rest}`,
    `${on} disable-file unused-suppression\n${rest}`,
    `# smtpd-lint is run before each commit\n${rest}`,
    `# smtpd-lint disabled it: smtpd-lint enable and smtpd-lint-enabled are no words of ours\n${rest}`,
    `# smtpd-lint disable would be too much\n${rest}`,
    `# say smtpd-lint: x\n${rest}`,
    `# ${on} x\n${rest}`,
    `action "# smtpd-lint: x" mbox\nmatch for local action "# smtpd-lint: x"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says", () => {
  test.each([
    [
      "disable-file unused-tabel",
      'There is no rule "unused-tabel", so this silences nothing.',
      'Did you mean "unused-table"?',
    ],
    ["disable-file xyz", 'There is no rule "xyz", so this silences nothing.', undefined],
    ["disable-nextline", '"smtpd-lint:" knows no word "disable-nextline".', 'Did you mean "disable-next-line"?'],
    [
      "off",
      '"smtpd-lint:" knows no word "off".',
      "The words are disable-next-line, disable-line, disable, enable and disable-file.",
    ],
    [
      "disable-line incomplete-pki",
      'smtpd refuses what "incomplete-pki" reports, and no comment silences that.',
      "Put right what smtpd refuses, and take the code out of the comment.",
    ],
    [
      "disable-line for  now",
      '"for now" is no list of rules.',
      "A reason stands behind two hyphens: -- and the reason.",
    ],
    [
      "enable",
      "No rule is disabled here, so there is nothing to enable.",
      "enable ends what a disable above it began.",
    ],
    [
      "enable unused-table",
      '"unused-table" is not disabled here, so there is nothing to enable.',
      "enable ends what a disable above it began.",
    ],
  ])("of %j: %s", (words, message, help) => expectMessage(code, `${on} ${words}\n${rest}`, { message, help }));
});

describe("suggests", () => {
  test.each([
    [`${on} disable-file unused-tabel\n`, `${on} disable-file unused-table\n`],
    [`${on} disable-nextline\n`, `${on} disable-next-line\n`],
    ["#  smtpd-lint  disable-line\n", "#  smtpd-lint: disable-line\n"],
    ["# smtpd-lint-disable-next-line unused-table\n", `${on} disable-next-line unused-table\n`],
    [`${on} disable-line unused-table for now\n`, `${on} disable-line unused-table -- for now\n`],
  ])("%j → %j", (text, fixed) => expectFixed(code, text + rest, fixed + rest));

  test("nothing where nothing is near", () => expectNoFix(code, `${on} disable-file xyz\n${rest}`));
});
