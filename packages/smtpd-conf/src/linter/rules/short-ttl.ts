import type { Word } from "../../parser/lexer/token.ts";
import { actionOption, stringOf } from "../action.ts";
import { parseDelay } from "../delay.ts";
import { defineRule, type Rule } from "../rule.ts";

export const shortTtl: Rule = defineRule({
  code: "short-ttl",
  summary: "Mail that may wait for less than an hour is lost whenever the other server is away for a moment.",
  category: "intent",
  severity: "info",
  recommended: true,
  scope: "statement",
  options: {
    minutes: {
      kind: "number",
      summary: "Mail should be able to wait for at least so many minutes.",
      minimum: 1,
      maximum: 40_320,
      // Up to here smtpd tries at most twice more: 400 and 1600 seconds after a message came in (`scheduler_backoff()`).
      default: 60,
    },
  },
  create: ({ report }, { minutes }) => {
    const visit = (word: Word | undefined) => {
      const delay = word === undefined ? undefined : parseDelay(word.value);
      if (word === undefined || delay === undefined || !("seconds" in delay) || delay.seconds >= minutes * 60) return;
      report({
        span: word,
        message: `After ${word.value} smtpd gives up and sends a bounce: ${retries(delay.seconds)}.`,
        help: "Servers that are restarted or that greylist are back within hours: the default is 4d.",
      });
    };
    return {
      SettingDirective: ({ name, value }) => {
        if (name === "queue ttl") visit(value as Word | undefined);
      },
      ActionDirective: (line) => {
        if (line.method.name === "relay") visit(stringOf(actionOption(line, "ttl")));
      },
    };
  },
});

function retries(seconds: number): string {
  if (seconds <= 400) return "the message is not tried a second time";
  if (seconds <= 1600) return "the message is tried twice in all";
  return seconds <= 3600
    ? "the message is tried three times in all"
    : "a server that is away for longer loses the message";
}
