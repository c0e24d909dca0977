export { type ClientSupport, fullSupport } from "./client-support.ts";
export { getDiagnostics } from "./diagnostics.ts";
export { defaultSettings, type ServiceSettings } from "./service-settings.ts";
export type { Snapshot, SnapshotFiles } from "./snapshot.ts";
