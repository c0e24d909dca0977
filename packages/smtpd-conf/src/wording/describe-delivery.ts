import { isAtLeast, type Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import type { ActionDirective, WrapperDirective } from "../parser/ast/nodes.ts";
import { tableName } from "./describe-condition.ts";
import { argumentOf, optionOf, tableOf } from "./describe-outcome.ts";
import type { KnownConfiguration } from "./known-configuration.ts";
import { quoted } from "./words.ts";

/** How an action delivers on this machine, in clauses. */
export function describeDelivery(action: ActionDirective, known: KnownConfiguration): readonly string[] {
  const { target } = known.model;
  return [
    describeUsers(action, known),
    ...describeForwards(action, target),
    ...describeMethod(action),
    ...describeIdentity(action, target),
    ...describeWrapper(action, known.model),
  ];
}

/** Who can get mail by an action. */
function describeUsers(action: ActionDirective, { ruleset }: KnownConfiguration): string {
  const users = tableOf(optionOf(action, "userbase"), ruleset);
  const user = users === undefined ? "a user of the system" : `a user in ${tableName(users)}`;
  const virtual = tableOf(optionOf(action, "virtual"), ruleset);
  if (virtual !== undefined)
    return `every address needs an entry in ${tableName(virtual)}, which leads to ${user} or to other addresses; all others are refused`;
  const alias = tableOf(optionOf(action, "alias"), ruleset);
  const name = 'the part of the address before "@"';
  if (alias === undefined) return `${name} must be ${user}; all others are refused`;
  return `${name} must have an entry in ${tableName(alias)} or be ${user}; all others are refused`;
}

/** What `.forward` files do: from 7.5 on, those of users other than the one that the delivery runs as are not read. */
function describeForwards(action: ActionDirective, target: Release): readonly string[] {
  const file = "a .forward file in the user's home";
  if (action.method.name === "forward-only")
    return [`${file} says where the mail goes; for users who have none it is put off with a temporary error`];
  if (action.method.name === "expand-only")
    return [`${file} can lead further; what neither it nor a table leads further is refused`];
  const user = argumentOf(optionOf(action, "user"));
  if (user !== undefined && isAtLeast(target, "7.5"))
    return [`.forward files are not read, but for that of ${quoted(user)}`];
  return [`${file} can lead the mail elsewhere`];
}

function describeMethod(action: ActionDirective): readonly string[] {
  const { method } = action;
  const path = argumentOf(method) ?? "";
  const specifiers = path.includes("%{") ? ["each %{…} stands for a part of the address or of the user's account"] : [];
  if (method.name === "maildir") {
    const junk = method.suffix === undefined ? [] : ['mail with the header "X-Spam: yes" goes into its folder .Junk'];
    return [...specifiers, ...junk];
  }
  if (method.name === "lmtp")
    return [
      `that server gets ${method.suffix === undefined ? "the name of the user" : "the whole address"} as the recipient`,
    ];
  if (method.name === "mbox") return ["the mailbox is a file with the user's name, usually in /var/mail"];
  if (method.name === "mda")
    return [...specifiers, "an exit status of the command other than 0, 71 and 75 bounces the mail"];
  return [];
}

/** As whom the delivery runs, and what that means for root. */
function describeIdentity(action: ActionDirective, target: Release): readonly string[] {
  const { name } = action.method;
  if (name === "mbox" || name === "forward-only" || name === "expand-only") return [];
  const user = argumentOf(optionOf(action, "user"));
  if (user !== undefined) return [`the delivery runs as the user ${quoted(user)}, whoever the mail is for`];
  if (name === "lmtp" && isAtLeast(target, "7.3") && !isAtLeast(target, "7.5"))
    return ["the delivery runs as the user of the daemon"];
  return ["the delivery runs as the user; for root nothing is delivered this way, its mail bounces"];
}

function describeWrapper(action: ActionDirective, { configuration }: Model): readonly string[] {
  const name = action.options.findLast((option) => option.name === "wrapper");
  const wrapper = configuration.lines.find(
    (line): line is WrapperDirective => line.kind === "WrapperDirective" && line.name.value === argumentOf(name),
  );
  return wrapper === undefined ? [] : [`it runs inside the wrapper ${quoted(wrapper.command.value)}`];
}
