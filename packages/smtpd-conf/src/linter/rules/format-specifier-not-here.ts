import type { Line, Option } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type FormatSpecifier, parseFormat } from "../../runtime/format-specifier.ts";
import type { CheckContext } from "../check.ts";
import { formattedText, spanOfPart } from "../formatted-texts.ts";
import { forEachRelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const formatSpecifierNotHere: Rule = defineRule({
  code: "format-specifier-not-here",
  summary: "A format specifier means something in local deliveries only, and %{mda} in an mda wrapper only.",
  category: "type",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    ActionDirective: (line) => {
      checkWrapperOnly(line, context);
      forEachRelayHost(line, context, ({ written, spanOf }) => {
        for (const found of specifiersIn(written.text)) reportPlain(found, spanOf(found), context);
      });
    },
    Option: (option, line) => {
      const word = plainText(option, line);
      for (const found of specifiersIn(word?.value ?? "")) reportPlain(found, spanOfPart(word as Word, found), context);
    },
  }),
});

function specifiersIn(text: string): FormatSpecifier[] {
  if (!text.includes("%{")) return [];
  return parseFormat(text).filter((part) => part.kind === "specifier");
}

function checkWrapperOnly(line: Line, { report }: CheckContext): void {
  const text = formattedText(line);
  if (text === undefined) return;
  for (const found of specifiersIn(text.word.value)) {
    if (found.info.wrapperOnly !== true) continue;
    report({
      span: spanOfPart(text.word, found),
      message: `"%{${found.info.name}}" stands for something in an mda wrapper only: every delivery fails and the mail bounces.`,
      help: `Define a wrapper with mda wrapper NAME "…%{${found.info.name}}…", and add wrapper NAME to the action.`,
    });
  }
}

/** A string in which smtpd expands nothing: the options of relays and listeners, and what filters say. */
function plainText({ name, argument }: Option, { kind }: Line): Word | undefined {
  if (argument?.kind !== "String") return undefined;
  if (kind === "ActionDirective") return name === "helo" || name === "mail-from" ? argument : undefined;
  if (kind === "ListenDirective") return name === "hostname" ? argument : undefined;
  const answers = ["reject", "disconnect", "rewrite", "report"];
  return kind === "PhaseFilterDirective" && answers.includes(name) ? argument : undefined;
}

function reportPlain({ info }: FormatSpecifier, span: ReturnType<typeof spanOfPart>, { report }: CheckContext): void {
  report({
    span,
    message: `"%{${info.name}}" stays as it is here: smtpd expands format specifiers in local deliveries only.`,
    help: "They work in the commands and paths of maildir, lmtp, mda and mda wrapper.",
  });
}
