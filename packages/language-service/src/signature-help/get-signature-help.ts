import { expectedAfter } from "smtpd-conf";
import type { Position, SignatureHelp } from "vscode-languageserver-types";
import { cursorAt } from "../completion/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import { signatureInformation } from "./signature.ts";
import { statementSignatures } from "./statement-signatures.ts";

/** The characters behind which an editor should ask. */
export const signatureTriggers: readonly string[] = [" "];

/**
 * The skeleton of the statement that is being written, with the part under the cursor marked; options that it has already
 * are left out. Undefined outside statements.
 */
export function getSignatureHelp(snapshot: Snapshot, position: Position): SignatureHelp | undefined {
  const cursor = cursorAt(snapshot, snapshot.document.offsetAt(position));
  if (cursor.kind === "comment" || cursor.before.length === 0) return undefined;
  const signatures = statementSignatures(cursor, expectedAfter(cursor.before, cursor.target));
  if (signatures.length === 0) return undefined;
  const typed = cursor.word.typed;
  const chosen = signatures.findIndex(({ active }) => typed !== "" && active?.text.startsWith(typed));
  const activeSignature = Math.max(0, chosen);
  const informations = signatures.map((signature) => signatureInformation(signature, snapshot.client));
  const activeParameter = informations[activeSignature]?.activeParameter;
  return {
    signatures: informations,
    activeSignature,
    ...(activeParameter !== undefined && { activeParameter }),
  };
}
