import type { Line, SettingDirective } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const srsKeyUnused: Rule = defineRule({
  code: "srs-key-unused",
  summary: "There is a key for SRS, and no relay rewrites senders.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ report }) => {
    let setting: SettingDirective | undefined;
    let rewrites = false;
    return {
      SettingDirective: (line) => {
        if (isPartOfSrs(line)) setting ??= line;
      },
      Option: ({ name }, line: Line) => {
        rewrites ||= name === "srs" && line.kind === "ActionDirective";
      },
      end: () => {
        if (setting !== undefined && !rewrites) report(problemOf(setting));
      },
    };
  },
});

function isPartOfSrs({ info }: SettingDirective): boolean {
  return info.words[0] === "srs";
}

function problemOf({ name, source, start, end }: SettingDirective): Problem {
  return {
    span: { source, start, end },
    message: `No relay action has the option srs, so this ${name} rewrites no sender.`,
    help: "Write srs in the action that relays what aliases forward: action … relay srs.",
  };
}
