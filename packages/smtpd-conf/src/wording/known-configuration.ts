import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { Ruleset } from "../runtime/ruleset.ts";

/** A configuration and what it means, as far as sentences about its statements say it. */
export interface KnownConfiguration {
  readonly model: Model;
  readonly listeners: readonly Listener[];
  readonly ruleset: Ruleset;
}
