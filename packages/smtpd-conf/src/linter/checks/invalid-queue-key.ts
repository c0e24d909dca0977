import { queueKeyLength } from "../../language/lexical-limits.ts";
import { byteLength } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const invalidQueueKey: Check = defineCheck({
  code: "invalid-queue-key",
  summary: "A queue key has exactly 32 bytes.",
  create: ({ configuration, report }) => {
    const keys = configuration.lines.filter((line) => line.kind === "SettingDirective" && line.name === "queue encryption");
    const last = keys.findLast((line) => line.kind === "SettingDirective" && line.value !== undefined);
    return {
      SettingDirective: (line) => {
        if (line !== last || line.value === undefined) return;
        const { value } = line;
        if (/^(stdin|-)$/i.test(value.value)) {
          return report({
            span: value,
            message: `smtpd can read the key from its standard input, but \`smtpd -n\` takes "${value.value}" for a key that is too short.`,
            help: 'Leave the word out: "queue encryption" alone asks for the key at the terminal.',
          });
        }
        const length = byteLength(value.value, value.source.encoding);
        if (length === queueKeyLength) return;
        report({
          span: value,
          message: `The queue key has ${length} bytes, and smtpd wants exactly ${queueKeyLength}.`,
          help: "A key can be made with: openssl rand -hex 16.",
        });
      },
    };
  },
});
