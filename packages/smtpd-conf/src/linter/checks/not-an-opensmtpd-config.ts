import type { Configuration, SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck } from "../check.ts";
import { firstToken } from "../place.ts";

const saslKeys = /^(auxprop_plugin|ldapdb_\w+|log_level|mech_list|pwcheck_method|saslauthd_path|sasldb_path|sql_\w+):/;
const postfixKeys =
  /^(alias_maps|inet_(interfaces|protocols)|mydestination|mydomain|myhostname|mynetworks|myorigin|relayhost|smtpd?_\w+|virtual_\w+)$/;
const postfixServiceTypes = /^(fifo|inet|pass|unix|unix-dgram)$/;

export const notAnOpensmtpdConfig: Check = defineCheck({
  code: "not-an-opensmtpd-config",
  summary: "The file is for another program: Cyrus SASL has an smtpd.conf too, and Postfix an smtpd.",
  dismiss: (configuration) => {
    const [first] = configuration.syntaxFailures;
    const program = programOf(configuration);
    if (first === undefined || program === undefined) return undefined;
    return {
      span: firstToken(first.line),
      message: `This looks like a configuration of ${program}, not of OpenSMTPD.`,
      help: "OpenSMTPD reads its own language, see smtpd.conf(5). Is this the right file?",
    };
  },
  create: () => ({}),
});

/** The program that a file without any statement of ours is for; macros do not count, since `a = b` is Postfix's too. */
function programOf({ lines, syntaxFailures }: Configuration): string | undefined {
  if (syntaxFailures.length === 0) return undefined;
  if (lines.some(({ kind }) => kind !== "BrokenStatement" && kind !== "MacroDefinition")) return undefined;
  for (const failure of syntaxFailures) {
    const program = programOfLine(failure);
    if (program !== undefined) return program;
  }
  return undefined;
}

function programOfLine({ line }: SyntaxFailure): string | undefined {
  const [first, second] = line.tokens;
  if (first === undefined || second === undefined) return undefined;
  if (saslKeys.test(first.value)) return "Cyrus SASL";
  if (postfixKeys.test(first.value) && second.value === "=") return "Postfix";
  return postfixServiceTypes.test(second.value) && line.tokens.length > 6 ? "Postfix" : undefined;
}
