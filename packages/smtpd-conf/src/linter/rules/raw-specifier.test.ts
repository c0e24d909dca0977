import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "raw-specifier";
const rest = "match for local action a\n";
const options = { target: "7.8" } as const;

describe("reports", () => {
  test.each([
    `action a mda "deliver %{sender:<|raw|>}"\n${rest}`,
    `action a mda "deliver '%{sender:lowercase|<|RAW|>}'"\n${rest}`,
    `action a maildir "/m/%{dest.user:<|raw|>|strip}"\n${rest}`,
    `action a lmtp "/run/%{dest.user:<|raw|>}"\n${rest}`,
    `mda wrapper w "run %{rcpt:<|raw|>} %{mda}"\naction a maildir wrapper w\n${rest}`,
  ])("%j", (text) => expectMarked(code, text, options));
});

describe("is silent about", () => {
  test.each([
    `action a mda "deliver %{sender}"\n${rest}`,
    `action a mda "deliver %{user.directory:raw}"\n${rest}`,
    `action a mda "deliver %%{sender:raw}"\n${rest}`,
    `action a relay helo "%{sender:raw}"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text, options));

  test("7.9, where raw lets nothing through that a shell acts on", () =>
    expectSilent(code, `action a mda "deliver %{sender:raw}"\n${rest}`, { target: "7.9" }));
});

test("says who can do what", () =>
  expectMessage(
    code,
    `action a mda "deliver %{sender:raw}"\n${rest}`,
    {
      message:
        'Up to 7.8 "raw" gives the shell every character of "sender", so that a stranger\'s address can run commands.',
      help: 'Leave "raw" out: the characters that a shell acts on become ":" then.',
    },
    options,
  ));

test("suggests to leave it out", () => {
  const before = (text: string) => `action a mda "deliver ${text} x"\n${rest}`;
  expectFixed(code, before("%{sender:raw}"), before("%{sender}"), options);
  expectFixed(code, before("%{sender:raw|strip|lowercase}"), before("%{sender:strip|lowercase}"), options);
});

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `c = "'%{sender:raw}'"\naction a mda $c\n${rest}`, options));
