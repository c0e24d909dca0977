import { type Check, defineCheck } from "../check.ts";
import { hasTls } from "../listener.ts";

export const authWithoutTls: Check = defineCheck({
  code: "auth-without-tls",
  summary: "A listener offers logins only over TLS.",
  create: ({ report }) => ({
    ListenDirective: (line) => {
      const auth = line.options.find(({ name }) => name === "auth" || name === "auth-optional");
      if (auth === undefined || hasTls(line)) return;
      report({
        span: auth.keyword,
        message: `"${auth.name}" needs TLS: smtpd refuses to take passwords in clear text.`,
        help: 'Add "tls-require" (or "tls", or "smtps") and "pki" to the listener.',
      });
    },
  }),
});
