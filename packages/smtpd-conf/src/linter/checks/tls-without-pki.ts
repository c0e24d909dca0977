import { isAtLeast } from "../../language/releases.ts";
import { type Check, defineCheck } from "../check.ts";
import { hasTls } from "../listener.ts";

export const tlsWithoutPki: Check = defineCheck({
  code: "tls-without-pki",
  summary: "From 7.3 on, a listener with TLS must name a pki.",
  create: ({ target, model, report }) => ({
    ListenDirective: (line) => {
      if (!isAtLeast(target, "7.3") || !hasTls(line) || line.options.some(({ name }) => name === "pki")) return;
      const tls = line.options.find(({ name }) => name === "tls" || name === "tls-require" || name === "smtps");
      const known = model.definitions.find(({ space }) => space === "pki");
      report({
        span: tls?.keyword ?? line,
        message: `"${tls?.name}" needs a pki: from 7.3 on smtpd does not look for one by the server's name.`,
        help: known
          ? `Add "pki ${known.word.value}" to the listener.`
          : 'Define one with pki NAME cert "…" key "…", and add "pki NAME" to the listener.',
      });
    },
  }),
});
