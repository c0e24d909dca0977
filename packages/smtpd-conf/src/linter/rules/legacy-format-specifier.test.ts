import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "legacy-format-specifier";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a maildir "/m/<|%d|>/<|%a|>"\n${rest}`,
    `action a maildir "/m/x-<|%u|>" junk\n${rest}`,
    `action a lmtp "/run/<|%u|>"\n${rest}`,
    `action a mda "deliver -d <|%u|>@<|%d|> -f '<|%A|>'"\n${rest}`,
    `c = "'/m/%d'"\naction a maildir <|$c|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a maildir "/m/%{dest.domain}/%{dest.user}"\n${rest}`,
    `action a maildir "/m/%%d/%x/%dir/100%"\n${rest}`,
    `action a maildir "/m/%d{x}"\n${rest}`,
    `action a mda "deliver $(date +%d)"\n${rest}`,
    `action a mda "logger x%d"\n${rest}`,
    `action a relay helo "%d"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("names the specifier of today", () =>
  expectMessage(code, `action a maildir "/m/%a"\n${rest}`, {
    message: '"%a" is no format specifier any more and stays as it is.',
    help: 'Write "%{dest.user}".',
  }));

test("suggests it", () =>
  expectFixed(code, `action a maildir "/m/%u"\n${rest}`, `action a maildir "/m/%{user.username}"\n${rest}`));

test("does not touch what a macro wrote", () => expectNoFix(code, `c = "'/m/%d'"\naction a maildir $c\n${rest}`));
