// Written by `npm run generate` from the files of rules/. Do not edit.
import type { Rule } from "./rule.ts";
import { actionNameTooLong } from "./rules/action-name-too-long.ts";
import { actionUserRoot } from "./rules/action-user-root.ts";
import { addrnameFormat } from "./rules/addrname-format.ts";
import { aliasIncludeMissing } from "./rules/alias-include-missing.ts";
import { aliasKeyHasDomain } from "./rules/alias-key-has-domain.ts";
import { aliasNeedsDaemonUser } from "./rules/alias-needs-daemon-user.ts";
import { aliasRunsAsDaemon } from "./rules/alias-runs-as-daemon.ts";
import { aliasTargetBecomesUser } from "./rules/alias-target-becomes-user.ts";
import { aliasesFormat } from "./rules/aliases-format.ts";
import { authListenerCannotRelay } from "./rules/auth-listener-cannot-relay.ts";
import { authMatchImpliesLocal } from "./rules/auth-match-implies-local.ts";
import { authRequiredOnMx } from "./rules/auth-required-on-mx.ts";
import { authRuleWithoutListener } from "./rules/auth-rule-without-listener.ts";
import { authSwallowsWord } from "./rules/auth-swallows-word.ts";
import { authWithOptionalTls } from "./rules/auth-with-optional-tls.ts";
import { authWithoutSenders } from "./rules/auth-without-senders.ts";
import { backupMxNoRecipientCheck } from "./rules/backup-mx-no-recipient-check.ts";
import { bounceDelaysIgnored } from "./rules/bounce-delays-ignored.ts";
import { bounceWithoutRelay } from "./rules/bounce-without-relay.ts";
import { bypassSinglePhase } from "./rules/bypass-single-phase.ts";
import { caWithoutVerify } from "./rules/ca-without-verify.ts";
import { certificateExpired } from "./rules/certificate-expired.ts";
import { commentContinuation } from "./rules/comment-continuation.ts";
import { consistentQuoting } from "./rules/consistent-quoting.ts";
import { contentFilterLoop } from "./rules/content-filter-loop.ts";
import { continuationAtEof } from "./rules/continuation-at-eof.ts";
import { contradictoryConditions } from "./rules/contradictory-conditions.ts";
import { craftedRelay } from "./rules/crafted-relay.ts";
import { credentialsFormat } from "./rules/credentials-format.ts";
import { credentialsLabelMissing } from "./rules/credentials-label-missing.ts";
import { dbTableAvailability } from "./rules/db-table-availability.ts";
import { dbTableForFetch } from "./rules/db-table-for-fetch.ts";
import { directiveGrouping } from "./rules/directive-grouping.ts";
import { dnsFilterOnSubmission } from "./rules/dns-filter-on-submission.ts";
import { domainLeadingDot } from "./rules/domain-leading-dot.ts";
import { domainPatternHasAt } from "./rules/domain-pattern-has-at.ts";
import { duplicateAction } from "./rules/duplicate-action.ts";
import { duplicateInlineTable } from "./rules/duplicate-inline-table.ts";
import { duplicateTableEntry } from "./rules/duplicate-table-entry.ts";
import { expandOnlyWithoutMap } from "./rules/expand-only-without-map.ts";
import { explicitFromFor } from "./rules/explicit-from-for.ts";
import { explicitListenerPort } from "./rules/explicit-listener-port.ts";
import { filterOrder } from "./rules/filter-order.ts";
import { filterPhaseAuth } from "./rules/filter-phase-auth.ts";
import { filterProgramMissing } from "./rules/filter-program-missing.ts";
import { filterRejectAtConnect } from "./rules/filter-reject-at-connect.ts";
import { filterReply421 } from "./rules/filter-reply-421.ts";
import { filterReplyCode } from "./rules/filter-reply-code.ts";
import { filterShadowed } from "./rules/filter-shadowed.ts";
import { formatSpecifierNotHere } from "./rules/format-specifier-not-here.ts";
import { forwardWithoutRule } from "./rules/forward-without-rule.ts";
import { forwardWithoutSrs } from "./rules/forward-without-srs.ts";
import { globInRegex } from "./rules/glob-in-regex.ts";
import { globalCatchAll } from "./rules/global-catch-all.ts";
import { heloSrcWithoutSrc } from "./rules/helo-src-without-src.ts";
import { heloTrustedRelay } from "./rules/helo-trusted-relay.ts";
import { hostnameNotFqdn } from "./rules/hostname-not-fqdn.ts";
import { implicitForLocal } from "./rules/implicit-for-local.ts";
import { implicitFromLocal } from "./rules/implicit-from-local.ts";
import { includeNotAbsolute } from "./rules/include-not-absolute.ts";
import { inertFilterPhase } from "./rules/inert-filter-phase.ts";
import { interfaceGroupPortability } from "./rules/interface-group-portability.ts";
import { invalidFormatSpecifier } from "./rules/invalid-format-specifier.ts";
import { invalidLmtpDestination } from "./rules/invalid-lmtp-destination.ts";
import { invalidNetworkAddress } from "./rules/invalid-network-address.ts";
import { invalidRegex } from "./rules/invalid-regex.ts";
import { invalidRelayUrl } from "./rules/invalid-relay-url.ts";
import { invalidRewrite } from "./rules/invalid-rewrite.ts";
import { invalidSuppression } from "./rules/invalid-suppression.ts";
import { invalidTlsProtocol } from "./rules/invalid-tls-protocol.ts";
import { junkWithoutFolder } from "./rules/junk-without-folder.ts";
import { knownVulnerableVersion } from "./rules/known-vulnerable-version.ts";
import { lateMtaLimit } from "./rules/late-mta-limit.ts";
import { legacyDhe } from "./rules/legacy-dhe.ts";
import { legacyFormatSpecifier } from "./rules/legacy-format-specifier.ts";
import { legacyRelayScheme } from "./rules/legacy-relay-scheme.ts";
import { limitStopsMail } from "./rules/limit-stops-mail.ts";
import { listenNameResolution } from "./rules/listen-name-resolution.ts";
import { listenerAuthNotCredentials } from "./rules/listener-auth-not-credentials.ts";
import { listenerConflict } from "./rules/listener-conflict.ts";
import { listenerWithoutAddress } from "./rules/listener-without-address.ts";
import { literalAsterisk } from "./rules/literal-asterisk.ts";
import { lmtpUserChanged } from "./rules/lmtp-user-changed.ts";
import { lmtpWithoutPort } from "./rules/lmtp-without-port.ts";
import { lmtpWithoutRcptTo } from "./rules/lmtp-without-rcpt-to.ts";
import { lowercasedRegex } from "./rules/lowercased-regex.ts";
import { macroInQuotes } from "./rules/macro-in-quotes.ts";
import { macroInWord } from "./rules/macro-in-word.ts";
import { macroRedefined } from "./rules/macro-redefined.ts";
import { mailaddrPatternBareDomain } from "./rules/mailaddr-pattern-bare-domain.ts";
import { mailaddrPatternWildcardUser } from "./rules/mailaddr-pattern-wildcard-user.ts";
import { maildirTildeWithUser } from "./rules/maildir-tilde-with-user.ts";
import { matchCanBeShorter } from "./rules/match-can-be-shorter.ts";
import { mboxWrapperCrash } from "./rules/mbox-wrapper-crash.ts";
import { mdaEnvironmentVariable } from "./rules/mda-environment-variable.ts";
import { mdaInnerQuotes } from "./rules/mda-inner-quotes.ts";
import { mdaSenderSpecifier } from "./rules/mda-sender-specifier.ts";
import { missingPostmaster } from "./rules/missing-postmaster.ts";
import { mtaLimitZeroDelay } from "./rules/mta-limit-zero-delay.ts";
import { negatedRdnsWithoutName } from "./rules/negated-rdns-without-name.ts";
import { networkHostBits } from "./rules/network-host-bits.ts";
import { networkWithoutPrefix } from "./rules/network-without-prefix.ts";
import { noInboundFilter } from "./rules/no-inbound-filter.ts";
import { noPublicListener } from "./rules/no-public-listener.ts";
import { openRelay } from "./rules/open-relay.ts";
import { overlappingNegation } from "./rules/overlapping-negation.ts";
import { overriddenCondition } from "./rules/overridden-condition.ts";
import { ownDomainRelayed } from "./rules/own-domain-relayed.ts";
import { patternMatchesEverything } from "./rules/pattern-matches-everything.ts";
import { pkiRedefined } from "./rules/pki-redefined.ts";
import { placeholderValue } from "./rules/placeholder-value.ts";
import { plaintextListenerPassword } from "./rules/plaintext-listener-password.ts";
import { portUnusualScheme } from "./rules/port-unusual-scheme.ts";
import { privateOpenRelay } from "./rules/private-open-relay.ts";
import { procReplaced } from "./rules/proc-replaced.ts";
import { procUserPrivileged } from "./rules/proc-user-privileged.ts";
import { procWithoutUser } from "./rules/proc-without-user.ts";
import { publicFilterReturnPort } from "./rules/public-filter-return-port.ts";
import { publicListenerWithoutTls } from "./rules/public-listener-without-tls.ts";
import { publicProxyV2 } from "./rules/public-proxy-v2.ts";
import { quotedTableReference } from "./rules/quoted-table-reference.ts";
import { rawSpecifier } from "./rules/raw-specifier.ts";
import { rdnsTrustedRelay } from "./rules/rdns-trusted-relay.ts";
import { rdnsWildcard } from "./rules/rdns-wildcard.ts";
import { redundantCondition } from "./rules/redundant-condition.ts";
import { redundantFinalReject } from "./rules/redundant-final-reject.ts";
import { redundantMatch } from "./rules/redundant-match.ts";
import { regexDbTable } from "./rules/regex-db-table.ts";
import { regexNeedlessCaseFlag } from "./rules/regex-needless-case-flag.ts";
import { regexPerlSyntax } from "./rules/regex-perl-syntax.ts";
import { regexUnanchored } from "./rules/regex-unanchored.ts";
import { regexWithoutKeyword } from "./rules/regex-without-keyword.ts";
import { relayAuthWithoutLabel } from "./rules/relay-auth-without-label.ts";
import { relayDomainWildcard } from "./rules/relay-domain-wildcard.ts";
import { relayFilterWithoutEffect } from "./rules/relay-filter-without-effect.ts";
import { relayLabelNeedsTls } from "./rules/relay-label-needs-tls.ts";
import { relayLabelWithoutAuth } from "./rules/relay-label-without-auth.ts";
import { relayNoVerify } from "./rules/relay-no-verify.ts";
import { relayOpportunisticTls } from "./rules/relay-opportunistic-tls.ts";
import { relayPasswordInUrl } from "./rules/relay-password-in-url.ts";
import { relayPlaintext } from "./rules/relay-plaintext.ts";
import { relayTlsContradiction } from "./rules/relay-tls-contradiction.ts";
import { relayToSelf } from "./rules/relay-to-self.ts";
import { relayUndefinedCa } from "./rules/relay-undefined-ca.ts";
import { relayUndefinedPki } from "./rules/relay-undefined-pki.ts";
import { relayUrlIgnoredRest } from "./rules/relay-url-ignored-rest.ts";
import { removedTableBackend } from "./rules/removed-table-backend.ts";
import { repeatedMatches } from "./rules/repeated-matches.ts";
import { rootDeliveryRefused } from "./rules/root-delivery-refused.ts";
import { secretFileReadable } from "./rules/secret-file-readable.ts";
import { secretInConfig } from "./rules/secret-in-config.ts";
import { senderSpoofRelay } from "./rules/sender-spoof-relay.ts";
import { sendersWithoutAuth } from "./rules/senders-without-auth.ts";
import { settingRepeated } from "./rules/setting-repeated.ts";
import { sharedMaildirPath } from "./rules/shared-maildir-path.ts";
import { shortTtl } from "./rules/short-ttl.ts";
import { singleGreetingFilter } from "./rules/single-greeting-filter.ts";
import { smtpsOnWrongPort } from "./rules/smtps-on-wrong-port.ts";
import { sourceFormat } from "./rules/source-format.ts";
import { spoofedOwnDomainAccepted } from "./rules/spoofed-own-domain-accepted.ts";
import { srsKeyUnused } from "./rules/srs-key-unused.ts";
import { srsShortKey } from "./rules/srs-short-key.ts";
import { submissionWithoutAuth } from "./rules/submission-without-auth.ts";
import { suppressionWithoutReason } from "./rules/suppression-without-reason.ts";
import { tableColonValue } from "./rules/table-colon-value.ts";
import { tableCommentInValue } from "./rules/table-comment-in-value.ts";
import { tableEntryRedundant } from "./rules/table-entry-redundant.ts";
import { tableKeyTooLong } from "./rules/table-key-too-long.ts";
import { tableListBecomesMapping } from "./rules/table-list-becomes-mapping.ts";
import { tableProgramKey } from "./rules/table-program-key.ts";
import { tableProgramService } from "./rules/table-program-service.ts";
import { tagNeverMatched } from "./rules/tag-never-matched.ts";
import { tagNeverSet } from "./rules/tag-never-set.ts";
import { tinyMessageSize } from "./rules/tiny-message-size.ts";
import { tlsConditionTempfails } from "./rules/tls-condition-tempfails.ts";
import { tlsRequireOnMx } from "./rules/tls-require-on-mx.ts";
import { unknownSystemUser } from "./rules/unknown-system-user.ts";
import { unmatchableDomain } from "./rules/unmatchable-domain.ts";
import { unmatchableMailAddress } from "./rules/unmatchable-mail-address.ts";
import { unreachableMatch } from "./rules/unreachable-match.ts";
import { unsignedLocalMail } from "./rules/unsigned-local-mail.ts";
import { unusedAction } from "./rules/unused-action.ts";
import { unusedCa } from "./rules/unused-ca.ts";
import { unusedCredentialsLabel } from "./rules/unused-credentials-label.ts";
import { unusedFilter } from "./rules/unused-filter.ts";
import { unusedMacro } from "./rules/unused-macro.ts";
import { unusedPki } from "./rules/unused-pki.ts";
import { unusedProc } from "./rules/unused-proc.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";
import { unusedTable } from "./rules/unused-table.ts";
import { unusedWrapper } from "./rules/unused-wrapper.ts";
import { userbaseIgnoredWithUser } from "./rules/userbase-ignored-with-user.ts";
import { userbaseKeyForm } from "./rules/userbase-key-form.ts";
import { userbaseNameWithDelimiter } from "./rules/userbase-name-with-delimiter.ts";
import { userinfoFormat } from "./rules/userinfo-format.ts";
import { verifyWithoutCa } from "./rules/verify-without-ca.ts";
import { virtualDomainUnmatched } from "./rules/virtual-domain-unmatched.ts";
import { virtualTargetUnknown } from "./rules/virtual-target-unknown.ts";
import { warnIntervalAfterTtl } from "./rules/warn-interval-after-ttl.ts";
import { weakTlsCiphers } from "./rules/weak-tls-ciphers.ts";
import { weakTlsProtocol } from "./rules/weak-tls-protocol.ts";
import { wideSourceRelay } from "./rules/wide-source-relay.ts";
import { wildcardDepth } from "./rules/wildcard-depth.ts";
import { wildcardWithoutDot } from "./rules/wildcard-without-dot.ts";
import { wrapperWithoutEffect } from "./rules/wrapper-without-effect.ts";

/** Everything that smtpd lets through and we advise against, by code. */
export const rules: readonly Rule[] = [
  actionNameTooLong,
  actionUserRoot,
  addrnameFormat,
  aliasIncludeMissing,
  aliasKeyHasDomain,
  aliasNeedsDaemonUser,
  aliasRunsAsDaemon,
  aliasTargetBecomesUser,
  aliasesFormat,
  authListenerCannotRelay,
  authMatchImpliesLocal,
  authRequiredOnMx,
  authRuleWithoutListener,
  authSwallowsWord,
  authWithOptionalTls,
  authWithoutSenders,
  backupMxNoRecipientCheck,
  bounceDelaysIgnored,
  bounceWithoutRelay,
  bypassSinglePhase,
  caWithoutVerify,
  certificateExpired,
  commentContinuation,
  consistentQuoting,
  contentFilterLoop,
  continuationAtEof,
  contradictoryConditions,
  craftedRelay,
  credentialsFormat,
  credentialsLabelMissing,
  dbTableAvailability,
  dbTableForFetch,
  directiveGrouping,
  dnsFilterOnSubmission,
  domainLeadingDot,
  domainPatternHasAt,
  duplicateAction,
  duplicateInlineTable,
  duplicateTableEntry,
  expandOnlyWithoutMap,
  explicitFromFor,
  explicitListenerPort,
  filterOrder,
  filterPhaseAuth,
  filterProgramMissing,
  filterRejectAtConnect,
  filterReply421,
  filterReplyCode,
  filterShadowed,
  formatSpecifierNotHere,
  forwardWithoutRule,
  forwardWithoutSrs,
  globInRegex,
  globalCatchAll,
  heloSrcWithoutSrc,
  heloTrustedRelay,
  hostnameNotFqdn,
  implicitForLocal,
  implicitFromLocal,
  includeNotAbsolute,
  inertFilterPhase,
  interfaceGroupPortability,
  invalidFormatSpecifier,
  invalidLmtpDestination,
  invalidNetworkAddress,
  invalidRegex,
  invalidRelayUrl,
  invalidRewrite,
  invalidSuppression,
  invalidTlsProtocol,
  junkWithoutFolder,
  knownVulnerableVersion,
  lateMtaLimit,
  legacyDhe,
  legacyFormatSpecifier,
  legacyRelayScheme,
  limitStopsMail,
  listenNameResolution,
  listenerAuthNotCredentials,
  listenerConflict,
  listenerWithoutAddress,
  literalAsterisk,
  lmtpUserChanged,
  lmtpWithoutPort,
  lmtpWithoutRcptTo,
  lowercasedRegex,
  macroInQuotes,
  macroInWord,
  macroRedefined,
  mailaddrPatternBareDomain,
  mailaddrPatternWildcardUser,
  maildirTildeWithUser,
  matchCanBeShorter,
  mboxWrapperCrash,
  mdaEnvironmentVariable,
  mdaInnerQuotes,
  mdaSenderSpecifier,
  missingPostmaster,
  mtaLimitZeroDelay,
  negatedRdnsWithoutName,
  networkHostBits,
  networkWithoutPrefix,
  noInboundFilter,
  noPublicListener,
  openRelay,
  overlappingNegation,
  overriddenCondition,
  ownDomainRelayed,
  patternMatchesEverything,
  pkiRedefined,
  placeholderValue,
  plaintextListenerPassword,
  portUnusualScheme,
  privateOpenRelay,
  procReplaced,
  procUserPrivileged,
  procWithoutUser,
  publicFilterReturnPort,
  publicListenerWithoutTls,
  publicProxyV2,
  quotedTableReference,
  rawSpecifier,
  rdnsTrustedRelay,
  rdnsWildcard,
  redundantCondition,
  redundantFinalReject,
  redundantMatch,
  regexDbTable,
  regexNeedlessCaseFlag,
  regexPerlSyntax,
  regexUnanchored,
  regexWithoutKeyword,
  relayAuthWithoutLabel,
  relayDomainWildcard,
  relayFilterWithoutEffect,
  relayLabelNeedsTls,
  relayLabelWithoutAuth,
  relayNoVerify,
  relayOpportunisticTls,
  relayPasswordInUrl,
  relayPlaintext,
  relayTlsContradiction,
  relayToSelf,
  relayUndefinedCa,
  relayUndefinedPki,
  relayUrlIgnoredRest,
  removedTableBackend,
  repeatedMatches,
  rootDeliveryRefused,
  secretFileReadable,
  secretInConfig,
  senderSpoofRelay,
  sendersWithoutAuth,
  settingRepeated,
  sharedMaildirPath,
  shortTtl,
  singleGreetingFilter,
  smtpsOnWrongPort,
  sourceFormat,
  spoofedOwnDomainAccepted,
  srsKeyUnused,
  srsShortKey,
  submissionWithoutAuth,
  suppressionWithoutReason,
  tableColonValue,
  tableCommentInValue,
  tableEntryRedundant,
  tableKeyTooLong,
  tableListBecomesMapping,
  tableProgramKey,
  tableProgramService,
  tagNeverMatched,
  tagNeverSet,
  tinyMessageSize,
  tlsConditionTempfails,
  tlsRequireOnMx,
  unknownSystemUser,
  unmatchableDomain,
  unmatchableMailAddress,
  unreachableMatch,
  unsignedLocalMail,
  unusedAction,
  unusedCa,
  unusedCredentialsLabel,
  unusedFilter,
  unusedMacro,
  unusedPki,
  unusedProc,
  unusedSuppression,
  unusedTable,
  unusedWrapper,
  userbaseIgnoredWithUser,
  userbaseKeyForm,
  userbaseNameWithDelimiter,
  userinfoFormat,
  verifyWithoutCa,
  virtualDomainUnmatched,
  virtualTargetUnknown,
  warnIntervalAfterTtl,
  weakTlsCiphers,
  weakTlsProtocol,
  wideSourceRelay,
  wildcardDepth,
  wildcardWithoutDot,
  wrapperWithoutEffect,
];
