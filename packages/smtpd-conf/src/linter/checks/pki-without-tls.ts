import { type Check, defineCheck } from "../check.ts";
import { hasTls } from "../listener.ts";

export const pkiWithoutTls: Check = defineCheck({
  code: "pki-without-tls",
  summary: "A listener with a pki needs a TLS mode.",
  create: ({ report }) => ({
    ListenDirective: (line) => {
      const pki = line.options.find(({ name }) => name === "pki");
      if (pki === undefined || hasTls(line)) return;
      report({
        span: pki,
        message: '"pki" is given, but the listener speaks no TLS.',
        help: 'Add "tls", "tls-require" or "smtps", or remove the pki.',
      });
    },
  }),
});
