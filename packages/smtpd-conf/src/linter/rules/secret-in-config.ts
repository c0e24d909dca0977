import type { SettingInfo } from "../../language/settings.ts";
import type { SettingDirective } from "../../parser/ast/nodes.ts";
import type { Token } from "../../parser/lexer/token.ts";
import type { CheckContext, Visitor } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { nameOf } from "../table-at-use.ts";
import { inlineEntriesAt } from "../table-entries.ts";

export const secretInConfig: Rule = defineRule({
  code: "secret-in-config",
  summary: "A secret stands in the configuration, which others than root can often read.",
  category: "security",
  severity: "warning",
  recommended: false,
  strict: true,
  scope: "statement",
  remembers: true,
  create: visitSecrets,
});

function visitSecrets({ report }: CheckContext): Visitor {
  const visited = new Set<string>();
  const say = (word: Token, what: string, help: string) => {
    if (isInMainFile(word)) report({ span: word, message: `Whoever can read the file knows this ${what}.`, help });
  };
  return {
    SettingDirective: (line) => {
      if (line.value !== undefined && isSecret(line)) say(line.value, nameOfSecret(line), helpForSetting);
    },
    TableUse: (use, { statement }) => {
      const name = nameOf(use);
      if (use.place !== "relay auth" || (name !== undefined && visited.has(name))) return;
      if (name !== undefined) visited.add(name);
      for (const { valueSpan } of inlineEntriesAt(use.argument, statement) ?? []) {
        if (valueSpan !== undefined) say(valueSpan as Token, "password", helpForTable);
      }
    },
  };
}

const helpForSetting = "Write the statement into a file of its own that only root can read, and include that.";
const helpForTable = "Write the table into a file that only root and smtpd can read: table NAME file:/path.";

function isSecret({ info }: SettingDirective): boolean {
  return (info as SettingInfo).syntax === "secret";
}

function nameOfSecret({ name }: SettingDirective): string {
  return name.startsWith("srs") ? "SRS key" : "queue key";
}

/** An included file can have stricter permissions, and is there for that; what `-D` gives is in no file. */
function isInMainFile({ source, origin }: Token): boolean {
  const written = origin?.source ?? source;
  return written.kind === "file" && written.includedBy === undefined;
}
