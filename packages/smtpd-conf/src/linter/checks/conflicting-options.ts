import { isAtLeast, type Release } from "../../language/releases.ts";
import type { ActionDirective, Line, Option } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";
import { repeatedFamilies } from "../option-families.ts";

const withoutUser = new Set(["mbox", "forward-only", "expand-only"]);

export const conflictingOptions: Check = defineCheck({
  code: "conflicting-options",
  summary: "Some options exclude each other.",
  create: ({ target, report }) => {
    const conflict = (first: Option, second: Option, help: string) =>
      report({
        span: second,
        message: `"${second.name}" cannot be combined with "${first.name}".`,
        help,
        related: [{ span: first, message: `"${first.name}" is given here.` }],
      });
    const visit = (line: Line, options: readonly Option[]) => {
      for (const { first, second } of repeatedFamilies(line, options, isAtLeast(target, "7.3"))) {
        if (first.name !== second.name && first.scope === undefined && second.scope === undefined) {
          conflict(first, second, "Remove one of the two.");
        }
      }
    };
    return {
      ListenDirective: (line) => visit(line, line.options),
      ActionDirective: (line) => {
        visit(line, line.options);
        for (const [first, second, help] of actionConflicts(line, target)) conflict(first, second, help);
      },
      MatchDirective: (line) => visit(line, line.conditions),
    };
  },
});

function actionConflicts(line: ActionDirective, target: Release): [Option, Option, string][] {
  const find = (...names: string[]) => line.options.find((option) => names.includes(option.name));
  const conflicts: [Option, Option, string][] = [];
  const both = (a: Option | undefined, b: Option | undefined, help: string) => {
    if (a !== undefined && b !== undefined) conflicts.push(a.start < b.start ? [a, b, help] : [b, a, help]);
  };
  both(find("alias"), find("virtual"), "An action takes aliases for local users or virtual addresses, not both.");
  both(find("backup"), find("host", "domain"), "A backup relay finds its hosts in the DNS.");
  const user = find("user");
  if (user !== undefined && forbidsUser(line.method.name, target)) {
    conflicts.push([line.method, user, userHelp(line.method.name)]);
  }
  return conflicts;
}

function forbidsUser(method: string, target: Release): boolean {
  if (withoutUser.has(method)) return true;
  return method === "lmtp" && isAtLeast(target, "7.3") && !isAtLeast(target, "7.5");
}

function userHelp(method: string): string {
  if (method === "lmtp") return "In 7.3 and 7.4 lmtp runs as the daemon's user; from 7.5 on the user can be chosen again.";
  return method === "mbox" ? "mbox always delivers as the recipient." : `${method} delivers nothing, so it runs as no user.`;
}
