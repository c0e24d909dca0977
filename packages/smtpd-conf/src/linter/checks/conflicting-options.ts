import { isAtLeast, type Release } from "../../language/releases.ts";
import type { ActionDirective, Line, Option } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";

import { repeatedFamilies } from "../option-families.ts";
import { removal } from "../removal.ts";

const withoutUser = new Set(["mbox", "forward-only", "expand-only"]);

/** What to choose between, by the family of options of which smtpd takes one. */
const choices: Readonly<Record<string, string>> = {
  "address family": "Leave out both, and the listener takes the addresses of both families.",
  "TLS mode": '"tls" offers TLS, "tls-require" insists on it, and "smtps" speaks it from the first byte.',
  auth: '"auth" lets nobody in without a login, "auth-optional" leaves it to the client.',
  "host mapping": '"host" sends all mail to the same hosts, "domain" looks the host up by the recipient\'s domain.',
};

export const conflictingOptions: Check = defineCheck({
  code: "conflicting-options",
  summary: "Some options exclude each other.",
  create: ({ target, report }) => {
    const conflict = ({ first, second, help }: Conflict, line: Line) => {
      const withMethod = line.kind === "ActionDirective" && first === line.method;
      report({
        span: second,
        message: withMethod
          ? `smtpd takes no "${second.name}" for "${first.name}".`
          : `"${second.name}" cannot be combined with "${first.name}": smtpd takes one of the two.`,
        help,
        related: [{ span: first, message: `"${first.name}" is given here.` }],
        fixes: withMethod ? removal(`Remove "${second.name}"`, line, second, false) : [],
      });
    };
    const visit = (line: Line, options: readonly Option[]) => {
      for (const { first, second } of repeatedFamilies(line, options, isAtLeast(target, "7.3"))) {
        if (first.name === second.name || first.scope !== undefined || second.scope !== undefined) continue;
        conflict({ first, second, help: choices[second.info.family ?? ""] }, line);
      }
    };
    return {
      ListenDirective: (line) => visit(line, line.options),
      ActionDirective: (line) => {
        visit(line, line.options);
        for (const found of actionConflicts(line, target)) conflict(found, line);
      },
      MatchDirective: (line) => visit(line, line.conditions),
    };
  },
});

/** Two options in the order in which they are written. */
interface Conflict {
  readonly first: Option;
  readonly second: Option;
  readonly help: string | undefined;
}

function actionConflicts({ method, options }: ActionDirective, target: Release): Conflict[] {
  const find = (...names: string[]) => options.find((option) => names.includes(option.name));
  const conflicts: Conflict[] = [];
  const both = (a: Option | undefined, b: Option | undefined, help: string) => {
    if (a === undefined || b === undefined) return;
    const [first, second] = options.indexOf(a) < options.indexOf(b) ? [a, b] : [b, a];
    conflicts.push({ first, second, help });
  };
  both(find("alias"), find("virtual"), '"alias" is for the names of local users, "virtual" for whole addresses.');
  both(find("backup"), find("host", "domain"), "A backup relay finds the hosts in the DNS, by their MX records.");
  const user = find("user");
  if (user !== undefined && forbidsUser(method.name, target)) {
    conflicts.push({ first: method, second: user, help: userHelp(method.name) });
  }
  return conflicts;
}

/** Whether a method of delivery takes no `user`. */
export function forbidsUser(method: string, target: Release): boolean {
  if (withoutUser.has(method)) return true;
  return method === "lmtp" && isAtLeast(target, "7.3") && !isAtLeast(target, "7.5");
}

function userHelp(method: string): string {
  if (method === "lmtp")
    return "In 7.3 and 7.4 it always runs as the daemon's own user; from 7.5 on the user can be chosen again.";
  if (method === "mbox")
    return 'Delivery to a mailbox is always for the recipient; "maildir", "lmtp" and "mda" take a user.';
  return `"${method}" delivers nothing by itself, so it needs no user.`;
}
