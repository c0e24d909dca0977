import { isAtLeast } from "../../language/releases.ts";
import type { Argument, LateNewline } from "../../parser/ast/nodes.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

export const multilineListVersion: Check = defineCheck({
  code: "multiline-list-version",
  summary: "Before 7.5, a list cannot have a newline after its brace, after a comma or before the closing brace.",
  precedence: 16,
  create: ({ target, report }) => {
    if (isAtLeast(target, "7.5")) return {};
    const problem = ({ newline, refusedAt }: LateNewline): Problem => ({
      span: refusedAt,
      message: `A list can go on like this over the end of a line since 7.5, and the target is ${target}.`,
      help: "Put a backslash at the end of the line, or write the list on one line.",
      fixes: newline.origin ? [] : [{ title: "Continue the line with a backslash", safe: true, edits: [backslashAt(newline)] }],
    });
    const check = (late: LateNewline | undefined) => {
      if (late !== undefined) report(problem(late));
    };
    return {
      TableDirective: ({ entries }) => check(entries?.lateNewline),
      ChainFilterDirective: ({ filters }) => check(filters.lateNewline),
      Option: ({ argument }) => check(lateNewlineOf(argument)),
      explain: (failure) => {
        const late = firstLateNewline(failure);
        return late && problem(late);
      },
    };
  },
});

function lateNewlineOf(argument: Argument | undefined): LateNewline | undefined {
  return argument?.kind === "InlineTable" || argument?.kind === "FilterList" ? argument.lateNewline : undefined;
}

function backslashAt({ source, start }: Token) {
  return { span: { source, start, end: start }, text: " \\" };
}

/** A newline before the place where the line breaks off that an older release stops at first. */
function firstLateNewline({ line, index }: SyntaxFailure): LateNewline | undefined {
  const { tokens } = line;
  for (let at = 1; at < index; at++) {
    const [before, token, behind] = [tokens[at - 1] as Token, tokens[at] as Token, tokens[at + 1]];
    if (token.kind !== "Newline") continue;
    if (before.kind === "Punctuation" && (before.value === "{" || before.value === ",")) return { newline: token, refusedAt: token };
    if (behind?.kind === "Punctuation" && behind.value === "}") return { newline: token, refusedAt: behind };
  }
  return undefined;
}
