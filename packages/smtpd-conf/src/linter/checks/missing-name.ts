import { deliveryMethods, relayMethod } from "../../language/action-options.ts";
import { interfaceOptions } from "../../language/listen-options.ts";
import { pkiParameters } from "../../language/statements.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";

interface Place {
  /** What the statement names. */
  readonly noun: string;
  /** The words that can follow the name. */
  readonly follow: ReadonlySet<string>;
  readonly example: string;
}

const names = (infos: readonly { readonly name: string }[]) => new Set(infos.map(({ name }) => name));

const places: Readonly<Record<string, Place>> = {
  ActionDirective: { noun: "action", follow: names([...deliveryMethods, relayMethod]), example: 'action "local"' },
  CaDirective: { noun: "ca", follow: new Set(["cert"]), example: "ca mail.example.org" },
  ListenDirective: { noun: "listener", follow: names(interfaceOptions), example: "listen on 0.0.0.0" },
  PkiDirective: { noun: "pki", follow: names(pkiParameters), example: "pki mail.example.org" },
  ProcFilterDirective: {
    noun: "filter",
    follow: new Set(["chain", "phase", "proc", "proc-exec"]),
    example: 'filter "rspamd"',
  },
};

export const missingName: Check = defineCheck({
  code: "missing-name",
  summary: "An action, pki, ca or filter has a name, and a listener an address.",
  precedence: 30,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      const place = places[failure.line.partial?.kind ?? ""];
      if (token === undefined || place === undefined || !isMissing(failure, place)) return undefined;
      const what = place.noun === "listener" ? "address or interface" : "name";
      return {
        span: token,
        message: `The ${place.noun} has no ${what}.`,
        help: `Write it first: ${place.example} ${token.value} …`,
      };
    },
  }),
});

/** Whether the word that stands where the name should is the one that follows a name, and not the name itself. */
function isMissing({ token, line, index }: SyntaxFailure, { follow }: Place): boolean {
  if (line.partial?.kind === "ListenDirective") return index === 2 && isOneOf(token, follow);
  return index === 1 && isOneOf(token, follow) && !isOneOf(line.tokens[2], follow);
}

function isOneOf(token: Token | undefined, words: ReadonlySet<string>): boolean {
  return token?.kind === "Keyword" && words.has(token.value);
}
