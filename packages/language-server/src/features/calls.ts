import { getIncomingCalls, getOutgoingCalls, prepareCallHierarchy, type Snapshot } from "smtpd-conf-language-service";
import type { CallHierarchyItem } from "vscode-languageserver";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { answer } from "./answer.ts";

/** Shows the ways of mail as calls: from listeners through filters and rules to actions. */
export function answerCalls(services: Services): void {
  const { callHierarchy } = services.connection.languages;
  callHierarchy.onPrepare(
    answer(services, "textDocument/prepareCallHierarchy", [], (snapshot, { position }) =>
      prepareCallHierarchy(snapshot, position),
    ),
  );
  callHierarchy.onIncomingCalls(about(services, "callHierarchy/incomingCalls", getIncomingCalls));
  callHierarchy.onOutgoingCalls(about(services, "callHierarchy/outgoingCalls", getOutgoingCalls));
}

function about<Call>(services: Services, name: string, find: (snapshot: Snapshot, item: CallHierarchyItem) => Call[]) {
  return protect<{ item: CallHierarchyItem }, Call[]>(name, [], services.log, async ({ item }) => {
    const snapshot = await services.projects.snapshot(item.uri);
    return snapshot === undefined ? [] : find(snapshot, item);
  });
}
