import type { Model } from "../../model/model.ts";
import type { MatchDirective, Option } from "../../parser/ast/nodes.ts";
import type { Fix } from "../diagnostic.ts";
import { isEditable } from "../place.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const preferFromAuth: Rule = defineRule({
  code: "prefer-from-auth",
  summary: "`from auth` says in one condition what `from any` and `auth` say in two.",
  category: "style",
  severity: "hint",
  recommended: false,
  fix: "safe",
  since: "6.7.1",
  scope: "statement",
  create: ({ model, report }) => ({
    MatchDirective: (line) => {
      const auth = line.conditions.find(({ name, scope }) => name === "auth" && scope === undefined);
      const from = line.conditions.find(({ name, scope }) => name === "any" && scope?.value === "from");
      if (auth === undefined || from === undefined || auth.not || from.not || !isTakenByFrom(auth, model)) return;
      report({
        span: auth,
        message: "from auth means the same as this auth together with from any.",
        help: "Write from auth, and leave out from any.",
        related: [{ span: from, message: "Then this is not needed." }],
        fixes: fixFor(line, from, auth),
      });
    },
  }),
});

/** `auth` takes mappings from 7.5 on, and `from auth` does not. */
function isTakenByFrom({ argument }: Option, { tables }: Model): boolean {
  if (argument?.kind === "InlineTable") return argument.entries[0]?.value === undefined;
  if (argument?.kind !== "TableReference") return true;
  const kind = tables.get(argument.name.value)?.kind;
  return kind === "list" || kind === "dynamic";
}

function fixFor(line: MatchDirective, from: Option, auth: Option): Fix[] {
  const [without] = removal("Write from auth", line, from, true);
  if (without === undefined || !isEditable(auth.keyword)) return [];
  const { source, start } = auth;
  return [{ ...without, edits: [...without.edits, { span: { source, start, end: start }, text: "from " }] }];
}
