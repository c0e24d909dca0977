import { isAtLeast } from "../../language/releases.ts";
import type { Option } from "../../parser/ast/nodes.ts";
import type { MatchRule } from "../../runtime/match-rule.ts";
import type { CheckContext } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { rewrite } from "../fix.ts";
import { optionOf, says } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const authMatchImpliesLocal: Rule = defineRule({
  code: "auth-match-implies-local",
  summary: "auth on its own is for users of this machine: those who log in from elsewhere need from auth.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: (context) => ({
    end: () => {
      if (!context.analysis.listeners().some(takesLogins)) return;
      for (const rule of context.analysis.ruleset().rules) visitRule(rule, context);
    },
  }),
});

/** Whether clients from elsewhere can log in. */
function takesLogins({ auth, exposure }: ReturnType<CheckContext["analysis"]["listeners"]>[number]): boolean {
  return auth !== "none" && exposure !== "loopback";
}

function visitRule(rule: MatchRule, { report, target }: CheckContext): void {
  const auth = optionOf(rule, undefined, "auth");
  if (auth === undefined || auth.not !== undefined || says(rule, "from")) return;
  report({
    span: auth,
    message: "This rule is for users who log in from this machine only: without from, a rule is for local mail.",
    help: isAtLeast(target, "6.7.1") ? "Write from auth." : "Write from any auth.",
    fixes: fixFor(auth, target),
  });
}

function fixFor({ keyword }: Option, target: CheckContext["target"]): Fix[] {
  const text = isAtLeast(target, "6.7.1") ? "from auth" : "from any auth";
  return rewrite(`Write ${text}`, [[keyword, text]], false);
}
