import type { ExitCode } from "../exit-codes.ts";
import type { Options } from "../options.ts";

/** What a command line means: what to do, or a text to show instead. */
export type Parsed =
  | { readonly kind: "lint"; readonly options: Options }
  /** Another command; `run` gives what to end with. */
  | { readonly kind: "run"; readonly run: () => Promise<ExitCode> }
  | { readonly kind: "shown"; readonly text: string }
  | WrongArguments;

export interface WrongArguments {
  readonly kind: "wrong";
  /** One sentence. */
  readonly message: string;
}

/** Takes what the words behind a command mean. */
export type Done = (parsed: Parsed) => void;

export function wrong(message: string): WrongArguments {
  return { kind: "wrong", message };
}
