import type { ActionDirective, Option, TableArgument } from "../../parser/ast/nodes.ts";
import { aliasTargetsOf, type WrittenTarget } from "../alias-targets.ts";
import type { CheckContext } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";

export const aliasNeedsDaemonUser: Rule = defineRule({
  code: "alias-needs-daemon-user",
  summary: "A command or file in a table of aliases fails where the userbase lacks the user of the daemon.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) => {
      const option = (name: Option["name"]) => action.options.find((candidate) => candidate.name === name);
      const userbase = option("userbase");
      const aliases = option("alias") ?? option("virtual");
      if (userbase === undefined || aliases === undefined) return;
      if (lacksDaemonUser(context, userbase)) reportTargets(context, aliases, userbase, action);
    },
  }),
});

/** Whether all users are known and none of them is smtpd's own: it has another name on each system, but always this in it. */
function lacksDaemonUser({ model, analysis }: CheckContext, { argument }: Option): boolean {
  let found = false;
  const sources = { model, tableFiles: analysis.tableFiles };
  const complete = forEachEntry(argument as TableArgument, sources, ({ key }) => {
    found ||= /smtpd/i.test(key);
    return !found;
  });
  return complete && !found;
}

function reportTargets(context: CheckContext, aliases: Option, userbase: Option, { name }: ActionDirective): void {
  const { model, analysis, report } = context;
  forEachEntry(aliases.argument as TableArgument, { model, tableFiles: analysis.tableFiles }, (entry) => {
    const needy = aliasTargetsOf(entry).find(isRunByDaemon);
    if (needy === undefined) return true;
    report({
      span: needy.span(),
      message: `This fails in the action "${name.value}": its userbase lacks the user of the daemon, by which it is run.`,
      help: 'Add that user ("_smtpd" on many systems) to the userbase, or deliver such aliases with another action.',
      related: [{ span: userbase, message: "The userbase." }],
    });
    return true;
  });
}

function isRunByDaemon({ target }: WrittenTarget): boolean {
  return target.kind === "command" || target.kind === "filename";
}
