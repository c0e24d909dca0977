import type { SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck } from "../check.ts";
import { firstToken } from "../place.ts";

const saslKeys = /^(pwcheck_method|mech_list|saslauthd_path|auxprop_plugin|sasldb_path|log_level|sql_\w+|ldapdb_\w+):/;
const postfixKeys = /^(myhostname|mydomain|mydestination|mynetworks|smtpd_\w+|smtp_\w+|inet_interfaces|alias_maps|relayhost)$/;

export const notAnOpensmtpdConfig: Check = defineCheck({
  code: "not-an-opensmtpd-config",
  summary: "Other programs have files of this name, too: Cyrus SASL, Postfix.",
  precedence: 5,
  create: ({ configuration }) => {
    const { lines, syntaxFailures } = configuration;
    const known = lines.some((line) => line.kind !== "BrokenStatement" && line.kind !== "MacroDefinition");
    const culprit = known ? undefined : syntaxFailures.find((failure) => programOf(failure) !== undefined);
    const program = culprit && programOf(culprit);
    return {
      explain: () => {
        if (culprit === undefined || syntaxFailures[0] === undefined) return undefined;
        return {
          span: firstToken(syntaxFailures[0].line),
          message: `This looks like a configuration of ${program}, not of OpenSMTPD.`,
        };
      },
    };
  },
});

function programOf({ line }: SyntaxFailure): string | undefined {
  const [first, second] = line.tokens;
  if (first === undefined) return undefined;
  if (saslKeys.test(first.value)) return "Cyrus SASL";
  return postfixKeys.test(first.value) && second?.value === "=" ? "Postfix" : undefined;
}
