import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "mda-environment-variable";
const rest = "match for local action a\n";
const options = { target: "7.8" } as const;

describe("reports", () => {
  test.each([
    `action a mda "lda -f <|$SENDER|> -d x"\n${rest}`,
    `action a mda "lda '<|\${RECIPIENT}|>' <|$ORIGINAL_RECIPIENT|>"\n${rest}`,
    `action a mda "lda <|\${EXTENSION:-none}|> <|$LOCAL|>"\n${rest}`,
    `c = "'lda $SENDER'"\naction a mda <|$c|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text, options));
});

describe("is silent about", () => {
  test.each([
    `action a mda "lda -d $USER $HOME/x $DOMAIN %{sender}"\n${rest}`,
    `action a mda "lda \\$SENDER"\n${rest}`,
    `action a mda "lda $SENDERS"\n${rest}`,
    `action a maildir "/m/$LOCAL"\n${rest}`,
    `mda wrapper w "run $SENDER %{mda}"\naction a maildir wrapper w\n${rest}`,
  ])("%j", (text) => expectSilent(code, text, options));

  test("7.9, which replaces the characters there too", () =>
    expectSilent(code, `action a mda "lda $SENDER"\n${rest}`, { target: "7.9" }));
});

test("says who puts it in, and what is safe", () => {
  const message = (name: string) =>
    `A first shell puts "${name}" into the command before a second one reads it, so that a stranger's address can run commands.`;
  const help = 'Write "%{dest}", in which the characters that a shell acts on are replaced.';
  expectMessage(code, `action a mda "x $RECIPIENT"\n${rest}`, { message: message("RECIPIENT"), help }, options);
  expectMessage(
    code,
    `action a mda "x $EXTENSION"\n${rest}`,
    { message: message("EXTENSION"), help: "Read the variable in a script, between double quotes." },
    options,
  );
});

test("suggests the specifier", () =>
  expectFixed(code, `action a mda "x \${RECIPIENT} y"\n${rest}`, `action a mda "x %{dest} y"\n${rest}`, options));

test("mends nothing that has no specifier or another value, or that a macro wrote", () => {
  expectNoFix(code, `action a mda "x $EXTENSION"\n${rest}`, options);
  expectNoFix(code, `action a mda "x \${LOCAL:-y}"\n${rest}`, options);
  expectNoFix(code, `c = "'x $LOCAL'"\naction a mda $c\n${rest}`, options);
});
