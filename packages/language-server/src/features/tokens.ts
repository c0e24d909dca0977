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
import { openSentTokens } from "./sent-tokens.ts";

/** A grammar knows the parts of a regular expression. */
const regexp = semanticTokensLegend.tokenTypes.indexOf("regexp");

/** Says what each word of a document is; of a document that is asked about again, only what is new. */
export function answerTokens(services: Services): void {
  const { semanticTokens } = services.connection.languages;
  const sent = openSentTokens((uri) => services.documents.get(uri) !== undefined);
  const none: SemanticTokens = { data: [] };
  const tokensOf = (snapshot: Snapshot, range?: Range) => {
    const data = getSemanticTokens(snapshot, range);
    return services.client.coloursByGrammar ? withoutType(data, regexp) : data;
  };
  semanticTokens.on(
    answer(services, "textDocument/semanticTokens/full", none, (snapshot, { textDocument: { uri } }) => {
      const data = tokensOf(snapshot);
      return { resultId: sent.keep(uri, data), data };
    }),
  );
  semanticTokens.onDelta(
    answer<AboutDocument & { previousResultId: string }, SemanticTokens | SemanticTokensDelta>(
      services,
      "textDocument/semanticTokens/full/delta",
      none,
      (snapshot, { textDocument: { uri }, previousResultId }) => {
        const before = sent.under(uri, previousResultId);
        const data = tokensOf(snapshot);
        const resultId = sent.keep(uri, data);
        return before === undefined ? { resultId, data } : { resultId, edits: getSemanticTokensDelta(before, data) };
      },
    ),
  );
  semanticTokens.onRange(
    answer(services, "textDocument/semanticTokens/range", none, (snapshot, { range }) => ({
      data: tokensOf(snapshot, range),
    })),
  );
}
