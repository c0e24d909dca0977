import type { Model } from "../../model/model.ts";
import type { TableUse } from "../../model/tables.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const listenerAuthNotCredentials: Rule = defineRule({
  code: "listener-auth-not-credentials",
  summary: "A list holds no passwords, so nobody can log in with it.",
  category: "type",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    TableUse: (use) => {
      const { line, option, argument, table } = use;
      if (line.kind !== "ListenDirective" || (option.name !== "auth" && option.name !== "auth-optional")) return;
      if (table?.kind === "list" && argument.kind !== "String") context.report(problemOf(use, context.model));
    },
  }),
});

function problemOf({ argument, option }: TableUse, model: Model): Problem {
  const name = argument.kind === "TableReference" ? argument.name.value : undefined;
  const subject = name === undefined ? "A list of values" : `The table "${name}" is a list, which`;
  const definition = name === undefined ? undefined : model.symbols().get("table")?.get(name)?.definitions[0];
  return {
    span: argument,
    message: `${subject} holds no passwords, and smtpd answers every login with 421.`,
    help: `"${option.name}" wants a mapping: each user with a password hash, as smtpctl encrypt prints it.`,
    related: definition && [{ span: definition.word, message: "The list." }],
  };
}
