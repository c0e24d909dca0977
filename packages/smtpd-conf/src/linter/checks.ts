// Written by `npm run generate` from the files of checks/. Do not edit.
import type { Check } from "./check.ts";
import { aliasOnRelay } from "./checks/alias-on-relay.ts";
import { authWithoutHost } from "./checks/auth-without-host.ts";
import { authWithoutTls } from "./checks/auth-without-tls.ts";
import { byteOrderMark } from "./checks/byte-order-mark.ts";
import { conflictingOptions } from "./checks/conflicting-options.ts";
import { crlfLineEndings } from "./checks/crlf-line-endings.ts";
import { duplicateDefinition } from "./checks/duplicate-definition.ts";
import { duplicateOption } from "./checks/duplicate-option.ts";
import { duplicateSocketListener } from "./checks/duplicate-socket-listener.ts";
import { emptyTable } from "./checks/empty-table.ts";
import { expansionLimit } from "./checks/expansion-limit.ts";
import { fileNotFound } from "./checks/file-not-found.ts";
import { filePermissions } from "./checks/file-permissions.ts";
import { illegalPhaseCondition } from "./checks/illegal-phase-condition.ts";
import { illegalPhaseDecision } from "./checks/illegal-phase-decision.ts";
import { includeCycle } from "./checks/include-cycle.ts";
import { includeNotFound } from "./checks/include-not-found.ts";
import { incompletePki } from "./checks/incomplete-pki.ts";
import { invalidAdmd } from "./checks/invalid-admd.ts";
import { invalidDelay } from "./checks/invalid-delay.ts";
import { invalidDheValue } from "./checks/invalid-dhe-value.ts";
import { invalidKeyFile } from "./checks/invalid-key-file.ts";
import { invalidLimitKeyword } from "./checks/invalid-limit-keyword.ts";
import { invalidListenAddress } from "./checks/invalid-listen-address.ts";
import { invalidMacroName } from "./checks/invalid-macro-name.ts";
import { invalidPkiName } from "./checks/invalid-pki-name.ts";
import { invalidPort } from "./checks/invalid-port.ts";
import { invalidQueueKey } from "./checks/invalid-queue-key.ts";
import { invalidSize } from "./checks/invalid-size.ts";
import { invalidSubaddressDelimiter } from "./checks/invalid-subaddress-delimiter.ts";
import { invalidTableFile } from "./checks/invalid-table-file.ts";
import { keywordCase } from "./checks/keyword-case.ts";
import { legacyDeliveryOption } from "./checks/legacy-delivery-option.ts";
import { legacyFilterBuiltin } from "./checks/legacy-filter-builtin.ts";
import { legacyGlobalOption } from "./checks/legacy-global-option.ts";
import { legacyGrammar } from "./checks/legacy-grammar.ts";
import { legacyListenOption } from "./checks/legacy-listen-option.ts";
import { legacyMaskSource } from "./checks/legacy-mask-source.ts";
import { legacyPkiOption } from "./checks/legacy-pki-option.ts";
import { legacyRecipientSenderWords } from "./checks/legacy-recipient-sender-words.ts";
import { legacyRelayOption } from "./checks/legacy-relay-option.ts";
import { listTooLong } from "./checks/list-too-long.ts";
import { macroValueNotString } from "./checks/macro-value-not-string.ts";
import { maxRcptTooLow } from "./checks/max-rcpt-too-low.ts";
import { missingAction } from "./checks/missing-action.ts";
import { missingContinuation } from "./checks/missing-continuation.ts";
import { missingName } from "./checks/missing-name.ts";
import { misspelledKeyword } from "./checks/misspelled-keyword.ts";
import { mixedListAndMapping } from "./checks/mixed-list-and-mapping.ts";
import { multilineListVersion } from "./checks/multiline-list-version.ts";
import { nestedChain } from "./checks/nested-chain.ts";
import { noRules } from "./checks/no-rules.ts";
import { notAnOpensmtpdConfig } from "./checks/not-an-opensmtpd-config.ts";
import { nulByte } from "./checks/nul-byte.ts";
import { nulInString } from "./checks/nul-in-string.ts";
import { numberTooLarge } from "./checks/number-too-large.ts";
import { optionOrder } from "./checks/option-order.ts";
import { pkiWithoutTls } from "./checks/pki-without-tls.ts";
import { quoteInWord } from "./checks/quote-in-word.ts";
import { quotedKeyword } from "./checks/quoted-keyword.ts";
import { quotedNumber } from "./checks/quoted-number.ts";
import { repeatedChainFilter } from "./checks/repeated-chain-filter.ts";
import { repeatedChainProc } from "./checks/repeated-chain-proc.ts";
import { requiresNewerVersion } from "./checks/requires-newer-version.ts";
import { smartQuotes } from "./checks/smart-quotes.ts";
import { srsTtlTooShort } from "./checks/srs-ttl-too-short.ts";
import { srsWithoutKey } from "./checks/srs-without-key.ts";
import { strayPunctuation } from "./checks/stray-punctuation.ts";
import { straySemicolon } from "./checks/stray-semicolon.ts";
import { stringTooLong } from "./checks/string-too-long.ts";
import { syntaxError } from "./checks/syntax-error.ts";
import { tableConfigMismatch } from "./checks/table-config-mismatch.ts";
import { tableKindMismatch } from "./checks/table-kind-mismatch.ts";
import { tableMissingBraces } from "./checks/table-missing-braces.ts";
import { tableNameInBrackets } from "./checks/table-name-in-brackets.ts";
import { tableNameTooLong } from "./checks/table-name-too-long.ts";
import { tablePathNotAbsolute } from "./checks/table-path-not-absolute.ts";
import { tagTooLong } from "./checks/tag-too-long.ts";
import { tlsWithoutPki } from "./checks/tls-without-pki.ts";
import { tooManyPki } from "./checks/too-many-pki.ts";
import { trailingComma } from "./checks/trailing-comma.ts";
import { unclosedBrace } from "./checks/unclosed-brace.ts";
import { unclosedTableName } from "./checks/unclosed-table-name.ts";
import { undefinedAction } from "./checks/undefined-action.ts";
import { undefinedCa } from "./checks/undefined-ca.ts";
import { undefinedFilter } from "./checks/undefined-filter.ts";
import { undefinedMacro } from "./checks/undefined-macro.ts";
import { undefinedPki } from "./checks/undefined-pki.ts";
import { undefinedProc } from "./checks/undefined-proc.ts";
import { undefinedTable } from "./checks/undefined-table.ts";
import { undefinedWrapper } from "./checks/undefined-wrapper.ts";
import { unexpectedEnd } from "./checks/unexpected-end.ts";
import { unknownDirective } from "./checks/unknown-directive.ts";
import { unknownOption } from "./checks/unknown-option.ts";
import { unknownTableBackend } from "./checks/unknown-table-backend.ts";
import { unquotedNumber } from "./checks/unquoted-number.ts";
import { unquotedReservedWord } from "./checks/unquoted-reserved-word.ts";
import { unquotedSpecialWord } from "./checks/unquoted-special-word.ts";
import { unterminatedString } from "./checks/unterminated-string.ts";
import { useBeforeDefinition } from "./checks/use-before-definition.ts";
import { whitespaceAfterContinuation } from "./checks/whitespace-after-continuation.ts";

/** Everything that makes `smtpd -n` refuse a configuration, by code. */
export const checks: readonly Check[] = [
  aliasOnRelay,
  authWithoutHost,
  authWithoutTls,
  byteOrderMark,
  conflictingOptions,
  crlfLineEndings,
  duplicateDefinition,
  duplicateOption,
  duplicateSocketListener,
  emptyTable,
  expansionLimit,
  fileNotFound,
  filePermissions,
  illegalPhaseCondition,
  illegalPhaseDecision,
  includeCycle,
  includeNotFound,
  incompletePki,
  invalidAdmd,
  invalidDelay,
  invalidDheValue,
  invalidKeyFile,
  invalidLimitKeyword,
  invalidListenAddress,
  invalidMacroName,
  invalidPkiName,
  invalidPort,
  invalidQueueKey,
  invalidSize,
  invalidSubaddressDelimiter,
  invalidTableFile,
  keywordCase,
  legacyDeliveryOption,
  legacyFilterBuiltin,
  legacyGlobalOption,
  legacyGrammar,
  legacyListenOption,
  legacyMaskSource,
  legacyPkiOption,
  legacyRecipientSenderWords,
  legacyRelayOption,
  listTooLong,
  macroValueNotString,
  maxRcptTooLow,
  missingAction,
  missingContinuation,
  missingName,
  misspelledKeyword,
  mixedListAndMapping,
  multilineListVersion,
  nestedChain,
  noRules,
  notAnOpensmtpdConfig,
  nulByte,
  nulInString,
  numberTooLarge,
  optionOrder,
  pkiWithoutTls,
  quoteInWord,
  quotedKeyword,
  quotedNumber,
  repeatedChainFilter,
  repeatedChainProc,
  requiresNewerVersion,
  smartQuotes,
  srsTtlTooShort,
  srsWithoutKey,
  strayPunctuation,
  straySemicolon,
  stringTooLong,
  syntaxError,
  tableConfigMismatch,
  tableKindMismatch,
  tableMissingBraces,
  tableNameInBrackets,
  tableNameTooLong,
  tablePathNotAbsolute,
  tagTooLong,
  tlsWithoutPki,
  tooManyPki,
  trailingComma,
  unclosedBrace,
  unclosedTableName,
  undefinedAction,
  undefinedCa,
  undefinedFilter,
  undefinedMacro,
  undefinedPki,
  undefinedProc,
  undefinedTable,
  undefinedWrapper,
  unexpectedEnd,
  unknownDirective,
  unknownOption,
  unknownTableBackend,
  unquotedNumber,
  unquotedReservedWord,
  unquotedSpecialWord,
  unterminatedString,
  useBeforeDefinition,
  whitespaceAfterContinuation,
];
