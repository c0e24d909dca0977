import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "mda-sender-specifier";
const rest = "match for local action a\n";

describe("reports", () => {
  test.each([
    `action a mda "lda -f <|%{sender}|> -d %{dest.user}"\n${rest}`,
    `action a mda "lda --from <|%{Sender:lowercase}|>"\n${rest}`,
    `mda wrapper w "run -f  <|%{sender}|> %{mda}"\naction a maildir wrapper w\n${rest}`,
    `c = "'lda -f %{sender}'"\naction a mda <|$c|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a mda "lda -f %{mbox.from} -d %{dest.user}"\n${rest}`,
    `action a mda "lda -f '%{sender}' -d x"\n${rest}`,
    `action a mda "lda -f%{sender}"\n${rest}`,
    `action a mda "lda --from=%{sender}"\n${rest}`,
    `action a mda "lda -f <%{sender}>"\n${rest}`,
    `action a mda "lda %{rcpt} %{sender}"\n${rest}`,
    `action a mda "lda -d %{dest.user}"\n${rest}`,
    `action a maildir "/m/-f %{sender}"\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what the option gets", () => {
  expectMessage(code, `action a mda "lda -f %{sender} -d x"\n${rest}`, {
    message: 'A bounce has no sender, and "-f" takes the next word for its value then.',
    help: 'Write "%{mbox.from}", which is MAILER-DAEMON for a bounce.',
  });
  expectMessage(code, `action a mda "lda -f %{sender}"\n${rest}`, {
    message: 'A bounce has no sender, and "-f" has no value then.',
  });
});

test("takes the sender that is never empty", () =>
  expectFixed(
    code,
    `action a mda "lda -f %{sender:lowercase} -d x"\n${rest}`,
    `action a mda "lda -f %{mbox.from:lowercase} -d x"\n${rest}`,
  ));

test("does not touch what a macro wrote", () =>
  expectNoFix(code, `c = "'lda -f %{sender}'"\naction a mda $c\n${rest}`));
