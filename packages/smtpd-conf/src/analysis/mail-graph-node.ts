/** `dead`: nothing comes here. `open`: mail of strangers that is relayed comes here. */
export type GraphState = "plain" | "dead" | "open";

/** What there is to say of a part of a graph. */
export interface Standing {
  readonly state: GraphState;
  /** Whether it is so for sure; else it depends on tables that are not known, or the search came to its bounds. */
  readonly certain: boolean;
}

export type GraphNodeKind = "listener" | "filters" | "tag" | "rule" | "action" | "mailbox" | "host" | "end";

/** A station on the way of mail. */
export interface GraphNode extends Standing {
  /** A letter and a number: unique, and fit to be a name in any language of graphs. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** What it is: texts as they were written, of any length. */
  readonly lines: readonly string[];
  /** Why its state is not plain. */
  readonly note: string | undefined;
}

/**
 * A way from one station to the next. From the last station of a listener to a rule: there is mail of the listener that the
 * rule decides about.
 */
export interface GraphEdge extends Standing {
  readonly from: string;
  readonly to: string;
}

export const plain: Standing = { state: "plain", certain: true };
export const dead: Standing = { state: "dead", certain: true };

export function open(certain: boolean): Standing {
  return { state: "open", certain };
}

/** What counts where several things come together: an open door more than others, and life more than death. */
export function strongest(standings: readonly Standing[]): Standing {
  const order = [open(true), open(false), plain, { ...plain, certain: false }];
  return (
    order.find(({ state, certain }) => standings.some((one) => one.state === state && one.certain === certain)) ?? dead
  );
}
