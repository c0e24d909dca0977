import type { Model } from "../model/model.ts";
import type { ActionDirective, MatchDirective, Option, TableArgument } from "../parser/ast/nodes.ts";
import { groupedBy } from "../parser/grouped-by.ts";
import type { Word } from "../parser/lexer/token.ts";

/** The option of an action with this name, the last where it may be repeated; undefined where it is not given. */
export function actionOption({ options }: ActionDirective, name: Option["name"]): Option | undefined {
  return options.findLast((option) => option.name === name);
}

/** The table that an option of an action takes: `alias`, `virtual`, `userbase` and the like. */
export function actionTable(action: ActionDirective, name: Option["name"]): TableArgument | undefined {
  return actionOption(action, name)?.argument as TableArgument | undefined;
}

/** The string that an option takes: a user, a path, a host name. */
export function stringOf(option: Option | undefined): Word | undefined {
  return option?.argument?.kind === "String" ? option.argument : undefined;
}

/** The rules that refuse lead to no action, and have none as their key. */
type RulesByAction = ReadonlyMap<string | undefined, readonly MatchDirective[]>;

const rulesByAction = new WeakMap<Model, RulesByAction>();

/** The rules that lead to an action, in the order in which they are tried. */
export function rulesFor({ name }: ActionDirective, model: Model): readonly MatchDirective[] {
  const known = rulesByAction.get(model) ?? indexRules(model);
  rulesByAction.set(model, known);
  return known.get(name.value) ?? [];
}

function indexRules({ rules }: Model): RulesByAction {
  return groupedBy(rules, ({ action }) => action?.value);
}

/** Whether the action runs a command for each message: a `relay` does not, nor does one that only expands addresses. */
export function delivers({ method }: ActionDirective): boolean {
  return ["mbox", "maildir", "lmtp", "mda"].includes(method.name);
}

/** Whether a name is that of the user that the daemon runs as, on one system or another. */
export function isDaemonUser(user: string): boolean {
  return /^_?(?:open)?smtpd$/i.test(user);
}
