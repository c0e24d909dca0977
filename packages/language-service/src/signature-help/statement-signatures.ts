import { type Continuation, pkiParameters, processParameters } from "smtpd-conf";
import type { Cursor } from "../completion/cursor.ts";
import { actionSignatures } from "./action-signatures.ts";
import { limitSignature } from "./limit-signature.ts";
import { listenSignature } from "./listen-signature.ts";
import { matchSignature } from "./match-signature.ts";
import { parameterSignature } from "./parameter-signature.ts";
import type { Signature } from "./signature.ts";
import { usageSignatures } from "./usage-signatures.ts";
import { writtenStatement } from "./written-statement.ts";

/** The forms that the statement at the cursor can have, as far as it is written; none for a macro. */
export function statementSignatures(cursor: Cursor, continuation: Continuation): readonly Signature[] {
  const { partial } = continuation;
  const written = writtenStatement(cursor, continuation);
  switch (partial?.kind) {
    case "MacroDefinition":
      return [];
    case "ListenDirective":
      return [listenSignature(written, partial.socket !== undefined)];
    case "MatchDirective":
      return [matchSignature(written)];
    case "ActionDirective":
      return actionSignatures(written, partial.method);
    case "LimitDirective":
      return partial.scope === undefined ? [] : [limitSignature(written, partial.scope)];
    case "PkiDirective":
      return [parameterSignature(written, { words: "pki", pieces: 2 }, pkiParameters)];
    case "ProcDirective":
      return [parameterSignature(written, { words: "proc", pieces: 3 }, processParameters)];
    case "ProcExecFilterDirective":
      return [parameterSignature(written, { words: "filter", form: "proc-exec", pieces: 4 }, processParameters)];
    default:
      return usageSignatures(written);
  }
}
