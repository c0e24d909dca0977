export { type Access, type AccessWay, findAccess } from "./analysis/access.ts";
export { type Analysis, type AnalysisOptions, openAnalysis } from "./analysis/analysis.ts";
export { type Literal, wantsEntry } from "./analysis/literal.ts";
export type { Reach } from "./analysis/reachability.ts";
export type { RelayProof, RelayWitness } from "./analysis/relay-proof.ts";
export { type RelayTrust, trustedOption, trustOf } from "./analysis/relay-trust.ts";
export * from "./language/index.ts";
export type * from "./linter/check.ts";
export { checks } from "./linter/checks.ts";
export type * from "./linter/diagnostic.ts";
export { type LintInput, type LintResult, lint } from "./linter/lint.ts";
export type * from "./linter/machine.ts";
export type { Rule, RuleCategory } from "./linter/rule.ts";
export { rules } from "./linter/rules.ts";
export type { RuleSelection } from "./linter/select-rules.ts";
export { buildModel, type ModelOptions } from "./model/build-model.ts";
export { isIpv4, isIpv6 } from "./model/ip-address.ts";
export type { Listener } from "./model/listener.ts";
export type * from "./model/model.ts";
export type { MemberFilter } from "./model/resolve-filters.ts";
export type * from "./model/symbols.ts";
export { readTableFile, readTableLines, type TableFault, type TableFile } from "./model/table-file.ts";
export type { FileLine, TableFiles } from "./model/table-files.ts";
export type * from "./model/tables.ts";
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
export type * from "./parser/lexer/token.ts";
export { parseConfiguration } from "./parser/parse-configuration.ts";
export type { ParseInput } from "./parser/parse-input.ts";
export { byteLength, type Source, type Span, textOf } from "./parser/source.ts";
export { type Decision, decide, type Miss, type Outcome } from "./runtime/decide.ts";
export { type Envelope, plainEnvelope } from "./runtime/envelope.ts";
export { isLocalPart } from "./runtime/local-part.ts";
export { loopbackOnly, type MachineFacts } from "./runtime/machine-facts.ts";
export { isMailDomain } from "./runtime/mail-domain.ts";
export type { Condition, MatchRule } from "./runtime/match-rule.ts";
export { buildRuleset, type Ruleset, type RulesetOptions } from "./runtime/ruleset.ts";
export type { RuntimeTable } from "./runtime/table.ts";
