import { type Source, type Span, textOf } from "../../parser/source.ts";
import { type Check, type CheckContext, defineCheck, type Problem } from "../check.ts";

export const noRules: Check = defineCheck({
  code: "no-rules",
  summary: "A configuration needs at least one match rule.",
  create: (context) => ({
    end: (refused) => {
      if (refused || context.model.rules.length > 0) return;
      context.report({
        span: endOf(context),
        message: "There is no match rule, so smtpd would accept no mail at all, and refuses to start.",
        ...(hiddenByComment(context) ??
          hiddenByNul(context) ?? { help: 'Add one, such as: match for local action "local".' }),
      });
    },
  }),
});

/** The end of the last line that has something on it. */
function endOf({ configuration }: CheckContext): Span {
  const source = configuration.sources[0] as Source;
  const end = source.text.trimEnd().length;
  return { source, start: end, end };
}

type Explanation = Pick<Problem, "help" | "related" | "fixes">;

/** A comment that ends in a backslash goes on over the next line, also where that is a rule. */
function hiddenByComment({ configuration: { comments } }: CheckContext): Explanation | undefined {
  const comment = comments.find((span) => /\\\n[ \t]*match[ \t]/.test(textOf(span)));
  if (comment === undefined) return undefined;
  const { source, start } = comment;
  const backslash = start + textOf(comment).search(/\\\n[ \t]*match[ \t]/);
  const span = { source, start: backslash, end: backslash + 1 };
  return {
    help: "A comment that ends in a backslash goes on over the next line, and one of them hides a rule.",
    related: [{ span, message: "This backslash makes the rule below a part of the comment." }],
    fixes: [{ title: "Remove the backslash", safe: true, edits: [{ span, text: "" }] }],
  };
}

function hiddenByNul({ configuration: { stoppedAt } }: CheckContext): Explanation | undefined {
  if (stoppedAt === undefined) return undefined;
  return {
    help: "smtpd reads nothing after a NUL byte, and there is one above.",
    related: [{ span: stoppedAt, message: "The NUL byte." }],
  };
}
