import { answerActions } from "./features/actions.ts";
import { answerCalls } from "./features/calls.ts";
import { answerCommands } from "./features/commands.ts";
import { answerCompletion } from "./features/completion.ts";
import { answerDiagnostics } from "./features/diagnostics.ts";
import { answerFormatting } from "./features/formatting.ts";
import { answerNavigation } from "./features/navigation.ts";
import { answerNotes } from "./features/notes.ts";
import { answerRename } from "./features/rename.ts";
import { answerStructure } from "./features/structure.ts";
import { answerTokens } from "./features/tokens.ts";
import type { Services } from "./services.ts";

/** Answers everything that an editor can ask. */
export function answerRequests(services: Services): void {
  answerDiagnostics(services);
  answerCompletion(services);
  answerNavigation(services);
  answerRename(services);
  answerStructure(services);
  answerTokens(services);
  answerNotes(services);
  answerActions(services);
  answerFormatting(services);
  answerCalls(services);
  answerCommands(services);
}
