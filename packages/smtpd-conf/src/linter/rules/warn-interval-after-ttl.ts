import type { ActionDirective, Line, SettingDirective } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { actionOption, stringOf } from "../action.ts";
import { parseDelay } from "../delay.ts";
import { defineRule, type Rule } from "../rule.ts";

/** The queue's ttl where no statement sets it: four days. */
const defaultTtl = 4 * 86400;

export const warnIntervalAfterTtl: Rule = defineRule({
  code: "warn-interval-after-ttl",
  summary: "A notice of delay that is due after mail has expired is never sent.",
  category: "dead-code",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: ({ model: { configuration, actions }, report }) => {
    let longest: Ttl | undefined;
    return {
      BounceDirective: ({ delays }) => {
        longest ??= longestTtl(configuration.lines.filter(isSetting), actions);
        for (const word of delays) {
          const delay = secondsOf(word);
          if (delay === undefined || delay < longest.seconds) continue;
          report({
            span: word,
            message: `After ${word.value} no message waits any longer, so that this notice is never sent.`,
            help: "Give a delay that is shorter than the ttl of the queue.",
            related: longest.word ? [{ span: longest.word, message: "Mail expires after this time." }] : [],
          });
        }
      },
    };
  },
});

function isSetting(line: Line): line is SettingDirective {
  return line.kind === "SettingDirective";
}

interface Ttl {
  readonly seconds: number;
  /** Undefined for the default. */
  readonly word: Word | undefined;
}

/** The longest time that any message may wait. */
function longestTtl(settings: readonly SettingDirective[], actions: readonly ActionDirective[]): Ttl {
  const setting = settings.findLast(({ name }) => name === "queue ttl")?.value as Word | undefined;
  const words = [setting, ...actions.map((action) => stringOf(actionOption(action, "ttl")))];
  let longest: Ttl = { seconds: setting === undefined ? defaultTtl : 0, word: undefined };
  for (const word of words) {
    const seconds = word === undefined ? undefined : secondsOf(word);
    if (seconds !== undefined && seconds > longest.seconds) longest = { seconds, word };
  }
  return longest;
}

function secondsOf(word: Word): number | undefined {
  const delay = parseDelay(word.value);
  return "seconds" in delay ? delay.seconds : undefined;
}
