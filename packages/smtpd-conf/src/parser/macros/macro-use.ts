import type { Span } from "../source.ts";
import type { Macro } from "./macro-table.ts";

/** `$name` where a token may start. The span has the dollar sign and the name. */
export interface MacroUse extends Span {
  readonly name: string;
  /** The macro as it stood there; undefined where there was none. */
  readonly macro: Macro | undefined;
}
