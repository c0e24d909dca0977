import {
  getSemanticTokens,
  getSemanticTokensDelta,
  type Snapshot,
  semanticTokensLegend,
  withoutType,
} from "smtpd-conf-language-service";
import type { Range, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import type { Services } from "../services.ts";
import { type AboutDocument, answer } from "./answer.ts";

/** A grammar knows the parts of a regular expression. */
const regexp = semanticTokensLegend.tokenTypes.indexOf("regexp");

/** What was last sent of a document. */
interface Sent {
  readonly id: string;
  readonly data: readonly number[];
}

/** Says what each word of a document is; of a document that is asked about again, only what is new. */
export function answerTokens(services: Services): void {
  const { semanticTokens } = services.connection.languages;
  const sent = new Map<string, Sent>();
  let count = 0;
  const none: SemanticTokens = { data: [] };
  const tokensOf = (snapshot: Snapshot, range?: Range) => {
    const data = getSemanticTokens(snapshot, range);
    return services.client.coloursByGrammar ? withoutType(data, regexp) : data;
  };
  const keep = (uri: string, data: readonly number[]) => {
    const id = String(++count);
    // Closed documents are not asked about again.
    for (const other of sent.keys()) if (services.documents.get(other) === undefined) sent.delete(other);
    sent.set(uri, { id, data });
    return id;
  };
  semanticTokens.on(
    answer(services, "textDocument/semanticTokens/full", none, (snapshot, { textDocument: { uri } }) => {
      const data = tokensOf(snapshot);
      return { resultId: keep(uri, data), data };
    }),
  );
  semanticTokens.onDelta(
    answer<AboutDocument & { previousResultId: string }, SemanticTokens | SemanticTokensDelta>(
      services,
      "textDocument/semanticTokens/full/delta",
      none,
      (snapshot, { textDocument: { uri }, previousResultId }) => {
        const before = sent.get(uri);
        const data = tokensOf(snapshot);
        const resultId = keep(uri, data);
        if (before?.id !== previousResultId) return { resultId, data };
        return { resultId, edits: getSemanticTokensDelta(before.data, data) };
      },
    ),
  );
  semanticTokens.onRange(
    answer(services, "textDocument/semanticTokens/range", none, (snapshot, { range }) => ({
      data: tokensOf(snapshot, range),
    })),
  );
}
