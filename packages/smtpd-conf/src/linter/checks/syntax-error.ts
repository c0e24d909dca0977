import { type Check, defineCheck } from "../check.ts";
import { describeExpected } from "../describe-expected.ts";
import { failureSpan } from "../place.ts";

export const syntaxError: Check = defineCheck({
  code: "syntax-error",
  summary: "A line must be a statement of the language.",
  precedence: 99,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      const expected = describeExpected(failure);
      const message =
        token === undefined || token.kind === "Newline"
          ? "The line ends too early."
          : `"${printable(token.value)}" cannot stand here.`;
      return { span: failureSpan(failure), message, help: expected === "" ? undefined : `Expected ${expected}.` };
    },
  }),
});

function printable(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return short.replace(
    /[^\P{C}]/gu,
    (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
}
