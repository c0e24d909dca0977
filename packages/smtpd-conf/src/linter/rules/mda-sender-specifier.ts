import type { Line } from "../../parser/ast/nodes.ts";
import { parseFormat } from "../../runtime/format-specifier.ts";
import type { CheckContext } from "../check.ts";
import { formattedText, rewriteParts, spanOfPart } from "../formatted-texts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const mdaSenderSpecifier: Rule = defineRule({
  code: "mda-sender-specifier",
  summary: "Bounces have no sender, so an option that is followed by %{sender} loses its value.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (line) => check(line, context),
    WrapperDirective: (line) => check(line, context),
  }),
});

/** An option such as `-f`, and the blanks behind it. */
const option = /(?:^|\s)(--?[A-Za-z][\w-]*)\s+$/;

function check(line: Line, { target, report }: CheckContext): void {
  const text = formattedText(line);
  if (text === undefined || (text.use !== "mda" && text.use !== "wrapper")) return;
  const { word } = text;
  for (const part of parseFormat(word.value, target)) {
    if (part.kind !== "specifier" || part.info.name !== "sender") continue;
    const name = option.exec(word.value.slice(0, part.start))?.[1];
    const behind = word.value.slice(part.end);
    if (name === undefined || /^\S/.test(behind)) continue;
    const loss = behind.trim() === "" ? "has no value then" : "takes the next word for its value then";
    const start = part.start + "%{".length;
    report({
      span: spanOfPart(word, part),
      message: `A bounce has no sender, and "${name}" ${loss}.`,
      help: 'Write "%{mbox.from}", which is MAILER-DAEMON for a bounce.',
      fixes: rewriteParts(
        'Write "mbox.from"',
        word,
        [{ start, end: start + "sender".length, text: "mbox.from" }],
        true,
      ),
    });
  }
}
