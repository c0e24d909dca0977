import type { Model } from "../model/model.ts";
import type { CheckContext } from "./check.ts";

/**
 * Something that a visitor finds out about a configuration when it first needs it. Visitors outlast the version of a file
 * that they were made for, and what they know of it must not.
 */
export function oncePerModel<Result>(context: CheckContext, make: (context: CheckContext) => Result): () => Result {
  let made: { readonly model: Model; readonly result: Result } | undefined;
  return () => {
    const { model } = context;
    if (made?.model !== model) made = { model, result: make(context) };
    return made.result;
  };
}
