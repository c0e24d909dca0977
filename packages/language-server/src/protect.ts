import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Where a failure of ours is written down. */
export type Log = (message: string) => void;

/** What was not begun, or not ended, since the client does not wait for it any more. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/**
 * A handler that always answers: a failure of ours is a line of the log and an empty answer. An answer that nobody waits
 * for any more is not worked out.
 */
export function protect<Parameters, Answer>(
  name: string,
  empty: Answer,
  log: Log,
  work: (parameters: Parameters, token: CancellationToken) => Answer | Promise<Answer>,
): (parameters: Parameters, token: CancellationToken) => Promise<Answer> {
  return async (parameters, token) => {
    if (token.isCancellationRequested) throw cancelled();
    try {
      return await work(parameters, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${name}: ${describe(error)}`);
      return empty;
    }
  };
}

/** A notification's handler that never throws. */
export function guard<Parameters>(
  name: string,
  log: Log,
  work: (parameters: Parameters) => void | Promise<void>,
): (parameters: Parameters) => Promise<void> {
  return async (parameters) => {
    try {
      await work(parameters);
    } catch (error) {
      log(`${name}: ${describe(error)}`);
    }
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
