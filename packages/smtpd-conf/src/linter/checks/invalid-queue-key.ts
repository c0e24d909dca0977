import { queueKeyLength } from "../../language/lexical-limits.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { byteLength } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

export const invalidQueueKey: Check = defineCheck({
  code: "invalid-queue-key",
  summary: "A queue key has exactly 32 bytes.",
  remembers: true,
  create: ({ report }) => {
    // smtpd measures only the key that counts, which is the last one.
    let last: Token | undefined;
    return {
      SettingDirective: ({ name, value }) => {
        if (name === "queue encryption" && value !== undefined) last = value;
      },
      end: () => {
        const problem = last && problemOf(last);
        if (problem !== undefined) report(problem);
      },
    };
  },
});

function problemOf(key: Token): Problem | undefined {
  const { value, source } = key;
  if (/^(stdin|-)$/i.test(value)) {
    return {
      span: key,
      message: `smtpd can read the key from its standard input, but \`smtpd -n\` takes "${value}" for a key that is too short.`,
      help: 'Leave the word out: "queue encryption" alone asks for the key at the terminal.',
    };
  }
  const length = byteLength(value, source.encoding);
  if (length === queueKeyLength) return undefined;
  return {
    span: key,
    message: `The queue key has ${length} byte${length === 1 ? "" : "s"}, and smtpd wants exactly ${queueKeyLength}.`,
    help: "This makes a key of the right length: openssl rand -hex 16.",
  };
}
