import type { Release } from "smtpd-conf";
import type { Surroundings } from "../file-settings.ts";
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

/** The surroundings that the files of one run have been checked against, each opened once. */
export interface SharedSurroundings {
  readonly open: (surroundings: Surroundings, target: Release) => Promise<OpenedSurroundings | undefined>;
  /** Files that could not be looked at, since this user may not read them. */
  readonly hidden: () => ReadonlySet<string>;
}

export function shareSurroundings(): SharedSurroundings {
  const opened = new Map<string, OpenedSurroundings | undefined>();
  return {
    open: async (surroundings, target) => {
      if (surroundings.kind === "none") return undefined;
      const key = JSON.stringify([surroundings, target]);
      if (!opened.has(key)) opened.set(key, await openSurroundings(surroundings, target));
      return opened.get(key);
    },
    hidden: () => new Set([...opened.values()].flatMap((one) => [...(one?.hidden ?? [])])),
  };
}
