import { type Check, defineCheck } from "../check.ts";
import { tlsOption } from "../listener.ts";

export const pkiWithoutTls: Check = defineCheck({
  code: "pki-without-tls",
  summary: "A listener with a pki needs a TLS mode.",
  create: ({ report }) => ({
    ListenDirective: (line) => {
      const pki = line.options.find(({ name }) => name === "pki");
      // A login without TLS is what smtpd complains of first, and the same option mends both.
      const login = line.options.some(({ name }) => name === "auth" || name === "auth-optional");
      if (pki === undefined || login || tlsOption(line) !== undefined) return;
      report({
        span: pki,
        message: '"pki" is given, but the listener speaks no TLS, and smtpd refuses that.',
        help: 'Add "tls", "tls-require" or "smtps", or remove the pki.',
      });
    },
  }),
});
