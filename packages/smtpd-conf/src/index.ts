export { type Access, type AccessWay, findAccess } from "./analysis/access.ts";
export { type Analysis, type AnalysisOptions, type AnalysisPart, openAnalysis } from "./analysis/analysis.ts";
export {
  type EffectiveConfiguration,
  type EffectiveStatement,
  effectiveConfiguration,
} from "./analysis/effective-configuration.ts";
export { type AskedFilters, type EffectiveListener, effectiveListeners } from "./analysis/effective-listeners.ts";
export {
  type EffectiveOption,
  effectiveActionOptions,
  type UnwrittenDefault,
  type WrittenValue,
} from "./analysis/effective-options.ts";
export { type Arrivals, findArrivals, type Passage } from "./analysis/find-arrivals.ts";
export { findRoutes, type Route, type RouteOutcome, type RouteStep, type Routes } from "./analysis/find-routes.ts";
export { type Literal, wantsEntry } from "./analysis/literal.ts";
export { type MailGraph, mailGraph } from "./analysis/mail-graph.ts";
export type { GraphEdge, GraphNode, GraphNodeKind, GraphState } from "./analysis/mail-graph-node.ts";
export { printConfiguration } from "./analysis/print-configuration.ts";
export type { Reach } from "./analysis/reachability.ts";
export type { RecipientClass } from "./analysis/recipient-classes.ts";
export { regexExample } from "./analysis/regex-example.ts";
export type { RelayProof, RelayWitness } from "./analysis/relay-proof.ts";
export { type RelayTrust, trustedOption, trustOf } from "./analysis/relay-trust.ts";
export type { SenderClass, SenderKind } from "./analysis/sender-classes.ts";
export { canFollow, fullForm, shortestForm } from "./analysis/shortest-form.ts";
export { printCondition, type WrittenCondition } from "./analysis/written-condition.ts";
export * from "./language/index.ts";
export { applyChanges, applyEdits } from "./linter/apply-edits.ts";
export type { KnownFindings } from "./linter/at-once.ts";
export type * from "./linter/check.ts";
export { checks } from "./linter/checks.ts";
export { parseDelay } from "./linter/delay.ts";
export { deletion } from "./linter/deletion.ts";
export type * from "./linter/diagnostic.ts";
export { type FixedText, type FixOfFinding, type FixOptions, fixText } from "./linter/fix-text.ts";
export { isHostName } from "./linter/host-name.ts";
export { type LintInput, type LintResult, lint } from "./linter/lint.ts";
export { type LintReading, type LintRun, type LintSession, openLintSession } from "./linter/lint-session.ts";
export type * from "./linter/machine.ts";
export { newFindings } from "./linter/new-findings.ts";
export { isCompatible, type OptionNeighbours, optionFits } from "./linter/option-fits.ts";
export { isEditable, isInNamedFile } from "./linter/place.ts";
export { isInPreset, type PresetName, presetNames } from "./linter/presets.ts";
export { removal } from "./linter/removal.ts";
export { type Rule, type RuleCategory, ruleCategories } from "./linter/rule.ts";
export type { GivenOptions, OptionValue, RuleOption, RuleOptions } from "./linter/rule-options.ts";
export { rules } from "./linter/rules.ts";
export { saySame } from "./linter/say-same.ts";
export { type RuleSelection, selectRules } from "./linter/select-rules.ts";
export { sizeInBytes } from "./linter/size.ts";
export { eitherOf, suggestionsFor } from "./linter/suggestions.ts";
export type { SuppressedDiagnostic, Suppression, SuppressionComment } from "./linter/suppressions/suppression.ts";
export { rulesOnSuppressions, suppressionWords } from "./linter/suppressions/suppression.ts";
export { suppressionComments } from "./linter/suppressions/suppression-comments.ts";
export { suppressionFix } from "./linter/suppressions/suppression-fix.ts";
export { forEachEntry } from "./linter/table-entries.ts";
export { speaksOldTls, tlsVersions } from "./linter/tls-protocols.ts";
export { buildModel, type ModelOptions } from "./model/build-model.ts";
export { isIpv4, isIpv6 } from "./model/ip-address.ts";
export { lastSetting } from "./model/last-setting.ts";
export { type Listener, listenerOf } from "./model/listener.ts";
export type * from "./model/model.ts";
export {
  filterNamed,
  isFilter,
  type MemberFilter,
  membersOf,
  phaseOf,
  resolveFilters,
} from "./model/resolve-filters.ts";
export type * from "./model/symbols.ts";
export { forEachLineOf, readTableFile, readTableLines, type TableFault, type TableFile } from "./model/table-file.ts";
export type { FileLine, TableFiles } from "./model/table-files.ts";
export type * from "./model/tables.ts";
export { builtinTables, parseTableConfig } from "./model/tables.ts";
export type * from "./parser/ast/nodes.ts";
export { print } from "./parser/ast/print.ts";
export {
  childrenOf,
  type Node,
  type NodeKind,
  type NodeOfKind,
  type NodeVisitor,
  nodesAt,
  walk,
} from "./parser/ast/walk.ts";
export type * from "./parser/configuration.ts";
export { type Continuation, expectedAfter } from "./parser/expected-after.ts";
export { type FileContent, type FileReader, noFiles } from "./parser/files.ts";
export {
  type FormattedText,
  type Formatting,
  formatText,
  formatTextRange,
  type LeftStatement,
  lineWidth,
  type UnformattableText,
} from "./parser/format/format-text.ts";
export type { Expected } from "./parser/grammar/expected.ts";
export { groupedBy } from "./parser/grouped-by.ts";
export type * from "./parser/lexer/token.ts";
export type { MacroUse } from "./parser/macros/macro-use.ts";
export { parseConfiguration } from "./parser/parse-configuration.ts";
export type { ParseInput } from "./parser/parse-input.ts";
export { type PartToScan, type ScannedPart, scanPart } from "./parser/scan-part.ts";
export { byteLength, type Source, type Span, textOf } from "./parser/source.ts";
export { beginsStatement } from "./parser/statement-words.ts";
export { readTemplate } from "./parser/template/read-template.ts";
export { firstIndex } from "./parser/template/sorted-ranges.ts";
export { type TemplateKind, templateKindOf, templateKinds } from "./parser/template/template-kind.ts";
export { hasUnreadInclusion } from "./parser/unread-inclusion.ts";
export type { TextChange } from "./parser/update/text-change.ts";
export { updateConfiguration } from "./parser/update-configuration.ts";
export { canStandBare, writeInQuotes, writeWord } from "./parser/write-word.ts";
export { type Decision, decide, type Miss, type Outcome } from "./runtime/decide.ts";
export { foldCase } from "./runtime/domain-pattern.ts";
export { type Envelope, plainEnvelope } from "./runtime/envelope.ts";
export { filterCondition } from "./runtime/filter-condition.ts";
export {
  expandFormat,
  type FormatFault,
  type FormatPart,
  type FormatSpecifier,
  type FormatValues,
  parseFormat,
} from "./runtime/format-specifier.ts";
export { isLocalPart } from "./runtime/local-part.ts";
export { loopbackOnly, type MachineFacts } from "./runtime/machine-facts.ts";
export { isMailDomain } from "./runtime/mail-domain.ts";
export type { Condition, MatchRule } from "./runtime/match-rule.ts";
export { addressBits, type Network, parseNetwork } from "./runtime/network.ts";
export {
  type CharacterSet,
  matchesRegularExpression,
  parseRegularExpression,
  type RegexFault,
  type RegularExpression,
} from "./runtime/regular-expression/regular-expression.ts";
export type { AssertionNode, CharacterNode, RegexNode, RepetitionNode } from "./runtime/regular-expression/syntax.ts";
export { parseRelayUrl, type RelayUrl, type RelayUrlFault } from "./runtime/relay-url.ts";
export { isRefusal, parseReply, type Reply } from "./runtime/reply-code.ts";
export { buildRuleset, type Ruleset, type RulesetOptions } from "./runtime/ruleset.ts";
export type { RuntimeTable } from "./runtime/table.ts";
export { describeCondition, networksOf, tableName } from "./wording/describe-condition.ts";
export { describeDelay } from "./wording/describe-delay.ts";
export { describeDelivery } from "./wording/describe-delivery.ts";
export { describeFilter, identityOf } from "./wording/describe-filter.ts";
export { describeFilters, describeListener, describeNames, describeTraces } from "./wording/describe-listener.ts";
export { describeMatchRule } from "./wording/describe-match-rule.ts";
export {
  argumentOf,
  describeAction,
  describeOutcome,
  failure,
  isHopeless,
  optionOf,
  relayTarget,
  tableOf,
} from "./wording/describe-outcome.ts";
export { describeSending } from "./wording/describe-sending.ts";
export type { KnownConfiguration } from "./wording/known-configuration.ts";
export { either, listed, quoted, several } from "./wording/words.ts";
