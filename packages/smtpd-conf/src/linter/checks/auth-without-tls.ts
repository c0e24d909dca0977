import { isAtLeast } from "../../language/releases.ts";
import type { ListenDirective } from "../../parser/ast/nodes.ts";
import type { Keyword } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { rewrite } from "../fix.ts";
import { tlsOption } from "../listener.ts";

export const authWithoutTls: Check = defineCheck({
  code: "auth-without-tls",
  summary: "A listener offers logins only over TLS.",
  create: ({ target, report }) => ({
    ListenDirective: (line) => {
      const auth = line.options.find(({ name }) => name === "auth" || name === "auth-optional");
      if (auth === undefined || tlsOption(line) !== undefined) return;
      const complete = line.options.some(({ name }) => name === "pki") || !isAtLeast(target, "7.3");
      report({
        span: auth.keyword,
        message: `"${auth.name}" needs TLS: smtpd refuses to take passwords in clear text.`,
        help: `Add "tls-require" (or "tls", or "smtps")${complete ? "" : ' and a "pki"'} to the listener.`,
        fixes: complete ? insertion(line, auth.keyword) : [],
      });
    },
  }),
});

/** Puts the TLS mode that fits the port before `auth`. */
function insertion(line: ListenDirective, auth: Keyword): Fix[] {
  const port = line.options.find(({ name }) => name === "port")?.argument;
  const mode = port && "value" in port && /^(465|smtps|submissions)$/.test(port.value) ? "smtps" : "tls-require";
  return rewrite(`Insert "${mode}"`, [[auth, `${mode} ${auth.value}`]], false);
}
