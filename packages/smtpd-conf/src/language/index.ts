export { closingOptions, deliveryMethods, deliveryOptions, relayMethod, relayOptions } from "./action-options.ts";
export { defaultBounceDelay } from "./bounce-delays.ts";
export type { Change } from "./change.ts";
export * from "./filter-phases.ts";
export * from "./format-specifiers.ts";
export { commonInterfaces, type InterfaceInfo } from "./interfaces.ts";
export { isKeyword, type KeywordName, keywordNames, keywords, reservedWords } from "./keywords.ts";
export * from "./lexical-limits.ts";
export { type LimitInfo, type LimitScope, limits } from "./limits.ts";
export { interfaceOptions, socketOptions } from "./listen-options.ts";
export * from "./lookup-services.ts";
export { type MailPortInfo, mailPorts } from "./mail-ports.ts";
export * from "./match-conditions.ts";
export type { ArgumentKind, OptionInfo, ReferenceKind } from "./option-info.ts";
export { type OptionList, optionLists } from "./option-lists.ts";
export { optionPlaces } from "./option-places.ts";
export { optionServices } from "./option-services.ts";
export * from "./relay-schemes.ts";
export {
  type Availability,
  isAtLeast,
  isAvailable,
  newestRelease,
  oldestRelease,
  parseRelease,
  type Release,
  releases,
} from "./releases.ts";
export { tcpServices } from "./services.ts";
export { type SettingInfo, settingName, settings } from "./settings.ts";
export * from "./statements.ts";
export { servicesOf, type TableBackendInfo, tableBackends } from "./table-backends.ts";
export * from "./table-places.ts";
export * from "./table-programs.ts";
export { delayUnits, sizeUnits, type UnitInfo } from "./units.ts";
export { optionUsage, settingUsage } from "./usage.ts";
export { type ValueSyntax, type ValueSyntaxInfo, valueSyntaxes } from "./value-syntaxes.ts";
