import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "format-specifier-not-here";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a mda "nice <|%{mda}|> %{dest}"\n${rest}`,
    `action a maildir "/m/<|%{MDA:lowercase}|>"\n${rest}`,
    `action a relay helo "<|%{rcpt.domain}|>"\n${rest}`,
    `action a relay mail-from "<|%{sender.user}|>@<|%{dest.domain}|>"\n${rest}`,
    `action a relay host "mail.<|%{dest.domain}|>"\n${rest}`,
    `action a relay domain { x.example = "<|%{dest.domain}|>" }\n${rest}`,
    `listen on lo hostname "<|%{rcpt.domain}|>"\naction a mbox\n${rest}`,
    `filter f phase connect match fcrdns reject "550 Not for <|%{rcpt}|>"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `mda wrapper w "nice %{mda}"\naction a maildir "/m/%{dest.user}" wrapper w\n${rest}`,
    `action a relay helo "%{nope}"\n${rest}`,
    `action a mda "echo %%{mda}"\n${rest}`,
    `filter f proc-exec "filter-x --format '%{rcpt}'"\naction a mbox\n${rest}`,
    `action a relay mail-from "100%@example.org"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what becomes of it", () => {
  expectMessage(code, `action a mda "nice %{mda}"\n${rest}`, {
    message: '"%{mda}" stands for something in an mda wrapper only: every delivery fails and the mail bounces.',
    help: 'Define a wrapper with mda wrapper NAME "…%{mda}…", and add wrapper NAME to the action.',
  });
  expectMessage(code, `action a relay helo "%{rcpt.domain}"\n${rest}`, {
    message: '"%{rcpt.domain}" stays as it is here: smtpd expands format specifiers in local deliveries only.',
    help: "They work in the commands and paths of maildir, lmtp, mda and mda wrapper.",
  });
});
