import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const authWithoutHost: Check = defineCheck({
  code: "auth-without-host",
  summary: "A relay can log in only at a host or domain that it names.",
  create: ({ report }) => ({
    ActionDirective: ({ method, options }) => {
      const auth = options.find((option) => option.name === "auth");
      if (method.name !== "relay" || auth === undefined) return;
      if (options.some((option) => option.name === "host" || option.name === "domain")) return;
      report({
        span: auth,
        message: '"auth" is given without "host": smtpd would not know where to log in.',
        help: `Name the host before it, with the label of its password: host "smtps://label@mail.example.org" ${textOf(auth)}.`,
      });
    },
  }),
});
