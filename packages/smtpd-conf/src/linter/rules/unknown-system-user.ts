import type { Line, Option } from "../../parser/ast/nodes.ts";
import { stringOf } from "../action.ts";
import { optionSyntaxes } from "../option-syntaxes.ts";
import { defineRule, type Rule } from "../rule.ts";

export const unknownSystemUser: Rule = defineRule({
  code: "unknown-system-user",
  summary: "The users and groups that smtpd is to run programs as have to exist.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  options: {
    users: {
      kind: "texts",
      syntax: optionSyntaxes.user,
      summary: "Users and groups that are made later, such as by the package of a filter.",
      default: [],
    },
  },
  create: (context, { users }) => ({
    Option: (option, line) => {
      const word = stringOf(option);
      const consequence = consequenceOf(option, line);
      if (word === undefined || consequence === undefined || users.includes(word.value)) return;
      const { machine } = context;
      const known = option.name === "user" ? machine?.hasUser?.(word.value) : machine?.hasGroup?.(word.value);
      if (known !== false) return;
      context.report({
        span: word,
        message: `The system has no ${option.name} "${word.value}", so that ${consequence}.`,
      });
    },
  }),
});

/** What comes of a user or group that is missing; undefined for other options. */
function consequenceOf({ name }: Option, { kind }: Line): string | undefined {
  if (name === "user" && kind === "ActionDirective") return "every delivery fails for good and the mail bounces";
  if (name !== "user" && name !== "group") return undefined;
  if (kind !== "ProcDirective" && kind !== "ProcExecFilterDirective") return undefined;
  return "smtpd ends as soon as it starts this program";
}
