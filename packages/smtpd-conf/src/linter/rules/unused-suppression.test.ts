import { describe, test } from "vitest";
import { rules } from "../rules.ts";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent, machineWith } from "../testing.ts";

const code = "unused-suppression";
const rest = "action a mbox\nmatch for local action a\n";
const postmaster =
  "listen on 0.0.0.0\ntable t file:/t\naction a mbox alias <t>\nmatch from any for domain example.org action a\n";
const enable = ["unused-table", "hostname-not-fqdn", "missing-postmaster", "certificate-expired"];
const on = "# smtpd-lint:";

describe("reports", () => {
  test.each([
    `<|${on} disable-next-line unused-table|>\n${rest}`,
    `<|${on} disable-next-line unused-table, hostname-not-fqdn -- why|>\n${rest}`,
    `${on} disable-next-line unused-table, <|hostname-not-fqdn|>\ntable t { x }\n${rest}`,
    `<|${on} disable unused-table|>\n${on} enable unused-table\ntable t { x }\n${rest}`,
    `table t { x }\n<|${on} disable-line unused-table|>\n${rest}`,
    `${rest}<|${on} disable-file unused-table|>\n`,
    `${on} disable-file <|unused-table|>, no-such-rule, hostname-not-fqdn\nlisten on 0.0.0.0 hostname mail\n${rest}`,
    `<|${on} disable-next-line hostname-not-fqdn|>\nnonsense\n`,
    `<|${on} disable-file missing-postmaster|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text, { enable }));

  test("a comment for all rules, where all recommended ones ran", () => {
    const recommended = rules.filter((rule) => rule.recommended).map((rule) => rule.code);
    expectMarked(code, `<|${on} disable-next-line|>\nlisten on lo\n${rest}`, { enable: recommended });
    expectSilent(code, `${on} disable-next-line\nlisten on lo\n${rest}`, { enable: recommended.slice(1) });
  });

  test("what only another machine needs, where this one is asked", () => {
    const [machine, text] = [machineWith({}, { certificate: () => undefined }), 'pki p cert "/c" key "/k"\n'];
    expectMarked(code, `<|${on} disable-next-line certificate-expired|>\n${text}${rest}`, { enable, machine });
  });

  test("in an included file, what a single statement decides", () => {
    const included = `<|${on} disable-line hostname-not-fqdn|>\n${on} disable-line unused-table\n${on} disable-line\n`;
    expectMarked(code, `include "/i"\n${rest}`, { enable, files: { "/i": included } });
  });
});

describe("is silent about", () => {
  test.each([
    `${on} disable-next-line unused-table\ntable t { x }\n${rest}`,
    `${on} disable-file unused-table\n${on} disable-next-line unused-table\ntable t { x }\n${rest}`,
    `${on} disable-next-line unused-action\n${rest}`,
    `${on} disable-next-line no-such-rule\n${rest}`,
    `${on} disable-next-line unused-table\nnonsense\n`,
    `${on} disable-next-line certificate-expired\npki p cert "/c" key "/k"\n${rest}`,
    `${on} disable-file missing-postmaster\n${postmaster}`,
    `${on} disable-line unused-table\n${on} disable-file unused-suppression\n${rest}`,
    `${on} disable-file unused-suppression\n${rest}`,
    `# ${on} disable-next-line unused-table\n${rest}`,
  ])("%j", (text) => expectSilent(code, text, { enable }));

  test("what the machine answers, where the text alone is reported", () => {
    const text = `${on} disable-next-line interface-group-portability\nlisten on egress\n${rest}`;
    expectSilent(code, text, { enable: ["interface-group-portability"], machine: machineWith({}), files: {} });
  });

  test("a file that is included twice, and needs its comment once", () => {
    const files = { "/i": `${on} disable-next-line hostname-not-fqdn\nlisten on 0.0.0.0 hostname $h\n` };
    expectSilent(code, `h = mail\ninclude "/i"\nh = mail.example.org\ninclude "/i"\n${rest}`, { enable, files });
  });
});

describe("says", () => {
  test("which rules nothing is reported as", () => {
    expectMessage(
      code,
      `${on} disable-file unused-table, hostname-not-fqdn\n${rest}`,
      {
        message: 'This comment silences nothing: nothing is reported as "unused-table" or "hostname-not-fqdn" here.',
        help: "Remove the comment.",
      },
      { enable },
    );
  });

  test("which of several codes is of no use", () => {
    expectMessage(
      code,
      `${on} disable-file unused-table, hostname-not-fqdn\ntable t { x }\n${rest}`,
      { message: 'Nothing is reported as "hostname-not-fqdn" here.', help: "Take the code out of the comment." },
      { enable },
    );
  });
});

describe("removes", () => {
  test.each([
    ["a line", `${on} disable-next-line unused-table -- why\n${rest}`, rest],
    ["an indented line", `${rest}  ${on} disable-line unused-table\n`, rest],
    ["the last line", `${rest}${on} disable-line unused-table`, rest],
    ["a comment behind a statement", `${rest}listen on lo ${on} disable-line unused-table\n`, `${rest}listen on lo\n`],
    ["a comment with two lines", `${on} disable-file \\\n  unused-table\n${rest}`, rest],
    [
      "what a backslash joins",
      `listen on lo \\\n${on} disable-line unused-table\n${rest}`,
      `listen on lo \\\n\n${rest}`,
    ],
    [
      "a line in braces",
      `table t { x,\n ${on} disable-line unused-table\n y }\n${rest}`,
      `table t { x,\n y }\n${rest}`,
    ],
    ["a comment and its end", `${on} disable hostname-not-fqdn\n${rest}${on} enable hostname-not-fqdn\n`, rest],
    [
      "a code and its end",
      `${on} disable unused-table, hostname-not-fqdn\ntable t { x }\n${on} enable unused-table, hostname-not-fqdn\n${rest}`,
      `${on} disable unused-table\ntable t { x }\n${on} enable unused-table\n${rest}`,
    ],
    [
      "a code whose end is one of others",
      `${on} disable unused-table, hostname-not-fqdn\ntable t { x }\n${on} enable\n${rest}`,
      `${on} disable unused-table\ntable t { x }\n${on} enable\n${rest}`,
    ],
    [
      "the first code",
      `${on} disable-file hostname-not-fqdn, unused-table -- why\ntable t { x }\n${rest}`,
      `${on} disable-file unused-table -- why\ntable t { x }\n${rest}`,
    ],
  ])("%s", (_what, text, fixed) => expectFixed(code, text, fixed, { enable: ["unused-table", "hostname-not-fqdn"] }));

  test("nothing of a comment that goes on about something else", () => {
    expectNoFix(code, `# one \\\n${on} disable-file unused-table\n${rest}`, { enable });
  });
});
