export { type Access, type AccessWay, findAccess } from "./analysis/access.ts";
export { type Analysis, type AnalysisOptions, openAnalysis } from "./analysis/analysis.ts";
export {
  type EffectiveConfiguration,
  type EffectiveStatement,
  effectiveConfiguration,
} from "./analysis/effective-configuration.ts";
export type { AskedFilters, EffectiveListener } from "./analysis/effective-listeners.ts";
export type { EffectiveOption, UnwrittenDefault, WrittenValue } from "./analysis/effective-options.ts";
export { findRoutes, type Route, type RouteOutcome, type RouteStep, type Routes } from "./analysis/find-routes.ts";
export { type Literal, wantsEntry } from "./analysis/literal.ts";
export { type MailGraph, mailGraph } from "./analysis/mail-graph.ts";
export type { GraphEdge, GraphNode, GraphNodeKind, GraphState } from "./analysis/mail-graph-node.ts";
export { printConfiguration } from "./analysis/print-configuration.ts";
export type { Reach } from "./analysis/reachability.ts";
export type { RecipientClass } from "./analysis/recipient-classes.ts";
export type { RelayProof, RelayWitness } from "./analysis/relay-proof.ts";
export { type RelayTrust, trustedOption, trustOf } from "./analysis/relay-trust.ts";
export type { SenderClass, SenderKind } from "./analysis/sender-classes.ts";
export type { WrittenCondition } from "./analysis/written-condition.ts";
export * from "./language/index.ts";
export { applyEdits } from "./linter/apply-edits.ts";
export type * from "./linter/check.ts";
export { checks } from "./linter/checks.ts";
export { parseDelay } from "./linter/delay.ts";
export type * from "./linter/diagnostic.ts";
export { type FixedText, type FixOfFinding, type FixOptions, fixText } from "./linter/fix-text.ts";
export { type LintInput, type LintResult, lint } from "./linter/lint.ts";
export type * from "./linter/machine.ts";
export { isInNamedFile } from "./linter/place.ts";
export { isInPreset, type PresetName, presetNames } from "./linter/presets.ts";
export { type Rule, type RuleCategory, ruleCategories } from "./linter/rule.ts";
export type { GivenOptions, OptionValue, RuleOption, RuleOptions } from "./linter/rule-options.ts";
export { rules } from "./linter/rules.ts";
export { type RuleSelection, selectRules } from "./linter/select-rules.ts";
export { eitherOf, suggestionsFor } from "./linter/suggestions.ts";
export type { SuppressedDiagnostic, Suppression, SuppressionComment } from "./linter/suppressions/suppression.ts";
export { suppressionFix } from "./linter/suppressions/suppression-fix.ts";
export { buildModel, type ModelOptions } from "./model/build-model.ts";
export { isIpv4, isIpv6 } from "./model/ip-address.ts";
export type { Listener } from "./model/listener.ts";
export type * from "./model/model.ts";
export { type MemberFilter, phaseOf, resolveFilters } from "./model/resolve-filters.ts";
export type * from "./model/symbols.ts";
export { readTableFile, readTableLines, type TableFault, type TableFile } from "./model/table-file.ts";
export type { FileLine, TableFiles } from "./model/table-files.ts";
export type * from "./model/tables.ts";
export { parseTableConfig } from "./model/tables.ts";
export type * from "./parser/ast/nodes.ts";
export { print } from "./parser/ast/print.ts";
export {
  childrenOf,
  type Node,
  type NodeKind,
  type NodeOfKind,
  type NodeVisitor,
  nodeAt,
  walk,
} from "./parser/ast/walk.ts";
export type * from "./parser/configuration.ts";
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
export type * from "./parser/lexer/token.ts";
export { parseConfiguration } from "./parser/parse-configuration.ts";
export type { ParseInput } from "./parser/parse-input.ts";
export { byteLength, type Source, type Span, textOf } from "./parser/source.ts";
export { type TemplateKind, templateKindOf, templateKinds } from "./parser/template/template-kind.ts";
export { type Decision, decide, type Miss, type Outcome } from "./runtime/decide.ts";
export { type Envelope, plainEnvelope } from "./runtime/envelope.ts";
export { filterCondition } from "./runtime/filter-condition.ts";
export { isLocalPart } from "./runtime/local-part.ts";
export { loopbackOnly, type MachineFacts } from "./runtime/machine-facts.ts";
export { isMailDomain } from "./runtime/mail-domain.ts";
export type { Condition, MatchRule } from "./runtime/match-rule.ts";
export { type Network, parseNetwork } from "./runtime/network.ts";
export { parseRelayUrl, type RelayUrl, type RelayUrlFault } from "./runtime/relay-url.ts";
export { isRefusal } from "./runtime/reply-code.ts";
export { buildRuleset, type Ruleset, type RulesetOptions } from "./runtime/ruleset.ts";
export type { RuntimeTable } from "./runtime/table.ts";
