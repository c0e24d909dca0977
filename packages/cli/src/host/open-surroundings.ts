import type { Release } from "smtpd-conf";
import type { Surroundings } from "../options.ts";
import type { OpenedSurroundings } from "./surroundings.ts";

/** Surroundings are loaded only when they are wanted: starting is most of what a run takes. */
export async function openSurroundings(
  surroundings: Surroundings,
  target: Release,
): Promise<OpenedSurroundings | undefined> {
  if (surroundings.kind === "none") return undefined;
  const { openHost, openRoot } = await import("./surroundings.ts");
  return surroundings.kind === "host" ? openHost(target) : openRoot(surroundings.folder, target);
}
