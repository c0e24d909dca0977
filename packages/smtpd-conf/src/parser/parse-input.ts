import type { Release } from "../language/releases.ts";
import type { FileReader } from "./files.ts";

/** What to read, and for which release. */
export interface ParseInput {
  readonly path: string;
  readonly text: string;
  /** `utf8` where absent. */
  readonly encoding?: "utf8" | "latin1" | undefined;
  /** The newest where absent. */
  readonly target?: Release | undefined;
  /** `name=value` as `smtpd -D` takes them. */
  readonly definitions?: readonly string[] | undefined;
  /** Where absent, every include is missing. */
  readonly files?: FileReader | undefined;
}
