import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "invalid-format-specifier";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a maildir "/m/%{<|nope|>}/%{dest.user}"\n${rest}`,
    `action a maildir "/m/%{<|a|>}/%{<|b|>}" junk\n${rest}`,
    `action a lmtp "/run/%{<|nope|>}" rcpt-to\n${rest}`,
    `action a mda "deliver %{dest:<|nope|>}"\n${rest}`,
    `action a mda 'deliver %{dest<|[x]|>}'\n${rest}`,
    `action a mda "deliver %{dest} <|%{rcpt|>"\n${rest}`,
    `mda wrapper w "run %{<|nope|>}: %{mda}"\naction a maildir wrapper w\n${rest}`,
    `c = "'%{nope}'"\naction a mda <|$c|>\n${rest}`,
    `action a mda <|"say \\"%{nope}\\""|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));

  test("a part with a modifier up to 7.8", () => {
    expectMarked(code, `action a maildir "/m/%{dest<|[0]:strip|>}"\n${rest}`, { target: "7.8" });
    expectSilent(code, `action a maildir "/m/%{dest[0]:strip}"\n${rest}`, { target: "7.9" });
  });

  test("also where another line is wrong", () =>
    expectMarked(code, `action a maildir "%{<|nope|>}"\nmatch for local action b\n`));
});

describe("is silent about", () => {
  test.each([
    `action a maildir "~/%{dest.user[0:2]}/%{RCPT.domain:LowerCase|raw}%%{x}100%"\n${rest}`,
    `action a maildir\n${rest}`,
    `action a mda "%{mda}"\n${rest}`,
    `action a relay helo "%{nope}"\n${rest}`,
    `action a mda "date +%Y"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what is wrong with", () => {
  const fails = "every delivery fails and the mail bounces.";
  test.each([
    ["%{dest.usr}", `There is no format specifier "dest.usr": ${fails}`, 'Did you mean "dest.user"?'],
    ["%{username}", `There is no format specifier "username": ${fails}`, 'Did you mean "user.username"?'],
    ["%{domain}", `There is no format specifier "domain": ${fails}`, 'Did you mean "dest.domain"?'],
    [
      "%{nonsense}",
      `There is no format specifier "nonsense": ${fails}`,
      "There are sender, sender.user, sender.domain, rcpt, rcpt.user, rcpt.domain, dest, dest.user, dest.domain, user.username, user.directory, mbox.from and mda.",
    ],
    [
      "%{rcpt:lowercase,strip}",
      `There is no modifier "lowercase,strip": ${fails}`,
      'Several are joined by "|": "lowercase|strip".',
    ],
    ["%{rcpt:lowercse}", `There is no modifier "lowercse": ${fails}`, 'Did you mean "lowercase"?'],
    ["%{rcpt:xx}", `There is no modifier "xx": ${fails}`, "There are lowercase, uppercase, strip and raw."],
    [
      "%{rcpt[1:x]}",
      `"[1:x]" is no part of a value: ${fails}`,
      "Write [n] for one character or [begin:end] for several, counted from 0.",
    ],
    [
      "%{rcpt",
      'This "%{" has no "}" within 127 characters, so smtpd expands nothing in the whole text.',
      'Close it with "}".',
    ],
  ])("%j", (text, message, help) => expectMessage(code, `action a mda "x ${text}"\n${rest}`, { message, help }));
});

test("suggests what was meant", () => {
  const before = (text: string) => `action a maildir "/m/${text}/x"\n${rest}`;
  expectFixed(code, before("%{dest.usr:strip}"), before("%{dest.user:strip}"));
  expectFixed(code, before("%{rcpt:lowercase, strip}"), before("%{rcpt:lowercase|strip}"));
});

test("does not touch what a macro wrote, or what has escapes", () => {
  expectNoFix(code, `c = '"%{dest.usr}"'\naction a mda $c\n${rest}`);
  expectNoFix(code, `action a mda "\\"%{dest.usr}\\""\n${rest}`);
});
