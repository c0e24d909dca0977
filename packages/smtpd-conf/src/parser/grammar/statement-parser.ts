import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import {
  closingOptions,
  deliveryMethods,
  deliveryOptions,
  relayMethod,
  relayOptions,
} from "../../language/action-options.ts";
import { filterConditions, filterDecisions, filterPhases } from "../../language/filter-phases.ts";
import type { KeywordName } from "../../language/keywords.ts";
import type { LimitScope } from "../../language/limits.ts";
import { interfaceOptions, socketOptions } from "../../language/listen-options.ts";
import { type ConditionInfo, forConditions, fromConditions, plainConditions } from "../../language/match-conditions.ts";
import type { OptionInfo } from "../../language/option-info.ts";
import { type SettingInfo, settingName, settings } from "../../language/settings.ts";
import { addressFamilies, pkiParameters, processParameters } from "../../language/statements.ts";
import type {
  Argument,
  Entry,
  FilterList,
  InlineTable,
  LateNewline,
  Limit,
  Option,
  PartialStatement,
  Statement,
  TableArgument,
  TableReference,
} from "../ast/nodes.ts";
import type { Keyword, NumberWord, Token, Word } from "../lexer/token.ts";
import { allTokenTypes, keywordTypes, NewlineType, NumberType, punctuation, StringType } from "../lexer/token-types.ts";
import { endOf, type Span } from "../source.ts";
import { firstTokenLookahead } from "./first-token-lookahead.ts";

type Rule<T> = ParserMethod<[], T>;

/** A node while it is being filled in. */
type Draft = { -readonly [Key in keyof Option]: Option[Key] };

/**
 * The grammar of smtpd.conf, one statement at a time (`parse.y`). The skeleton of each statement is a production below;
 * the options, conditions, phases and settings are drawn from the catalogue in `language/`.
 *
 * What newer releases brought is always taken where the words are reserved; `requires-newer-version` says so for an older
 * target. The statement at hand is in `draft` as far as it was read, also when it turns out to be broken.
 */
export class StatementParser extends EmbeddedActionsParser {
  draft: PartialStatement | undefined;

  readonly #word: Rule<Word>;
  readonly #port: Rule<Argument>;
  readonly #size: Rule<Argument>;
  readonly #table: Rule<TableArgument>;
  readonly #inlineTable: Rule<InlineTable>;
  readonly #filters: Rule<Argument>;
  readonly #filterList: Rule<FilterList>;
  readonly #limits: Rule<Limit>;

  /** statement : macro | include | admd | bounce | ca | filter | listen | match | mda | … */
  readonly statement: Rule<Statement>;

  /** `validated` has Chevrotain analyse the grammar itself, which takes a while: for tests and tools. */
  constructor(validated = false) {
    super(allTokenTypes, {
      recoveryEnabled: false,
      maxLookahead: 1,
      skipValidations: !validated,
      ...(validated ? {} : { lookaheadStrategy: firstTokenLookahead }),
    });
    this.#word = this.RULE("string", () => this.consume(0, StringType) as unknown as Word);
    this.#port = this.#portRule();
    this.#size = this.#sizeRule();
    this.#inlineTable = this.#inlineTableRule();
    this.#table = this.#tableRule();
    this.#filterList = this.#filterListRule();
    this.#filters = this.#filtersRule();
    this.#limits = this.#limitRule();
    const rules = [
      this.#macroRule(),
      this.#includeRule(),
      this.#admdRule(),
      this.#bounceRule(),
      this.#caRule(),
      this.#pkiRule(),
      this.#mdaRule(),
      this.#mtaRule(),
      this.#smtpRule(),
      this.#queueRule(),
      this.#schedulerRule(),
      this.#srsRule(),
      this.#procRule(),
      this.#filterRule(),
      this.#tableDirectiveRule(),
      this.#listenRule(),
      this.#actionRule(),
      this.#matchRule(),
    ];
    const alternatives = rules.map((rule, index) => ({ ALT: () => this.subrule(index, rule) as Statement }));
    this.statement = this.RULE("statement", () => this.or(0, alternatives) as Statement);
    this.performSelfAnalysis();
  }

  /**
   * Parses the tokens of one statement. Gives the statement, or undefined and the index of the token that smtpd's grammar
   * does not take there (the number of tokens where it is the end of the line).
   */
  parse(tokens: readonly Token[]): { readonly statement: Statement | undefined; readonly failedAt: number } {
    this.draft = undefined;
    this.input = tokens as unknown as IToken[];
    const statement = this.statement();
    const [error] = this.errors;
    if (error === undefined) return { statement, failedAt: -1 };
    const index = tokens.indexOf(error.token as unknown as Token);
    return { statement: undefined, failedAt: index < 0 ? tokens.length : index };
  }

  /** The token types that may follow these tokens, with EOF where the statement may end. */
  nextTypes(tokens: readonly Token[]): readonly TokenType[] {
    const paths = this.computeContentAssist("statement", tokens as unknown as IToken[]);
    return [...new Set(paths.map((path) => path.nextTokenType))];
  }

  /** Whether the statement could end behind these tokens. */
  canEnd(tokens: readonly Token[]): boolean {
    return tokens.length > 0 && this.parse(tokens).failedAt < 0;
  }

  #keyword(index: number, name: KeywordName): Keyword {
    return this.consume(index, keywordTypes[name]) as unknown as Keyword;
  }

  #string(index: number): Word {
    return this.subrule(index, this.#word);
  }

  #token(index: number, type: TokenType): Token {
    return this.consume(index, type) as unknown as Token;
  }

  #begin<T extends PartialStatement>(draft: T): T {
    this.draft = draft;
    return draft;
  }

  /** macro : string "=" string */
  #macroRule(): Rule<Statement> {
    return this.RULE("macro", () => {
      const node = this.#begin({ kind: "MacroDefinition", name: undefined, value: undefined } as never) as Building;
      node["name"] = this.#string(0);
      this.#token(0, punctuation["="]);
      node["value"] = this.#string(1);
      return node as never;
    });
  }

  /** include : "include" string */
  #includeRule(): Rule<Statement> {
    return this.RULE("include", () => {
      const node = this.#begin({ kind: "IncludeDirective", path: undefined } as never) as Building;
      this.#keyword(0, "include");
      node["path"] = this.#string(0);
      return node as never;
    });
  }

  #setting(name: string): Building {
    const info = settings.find((setting) => settingName(setting) === name);
    return this.#begin({ kind: "SettingDirective", name, info, value: undefined } as never) as Building;
  }

  /** The value that a setting takes by the catalogue; the returned function is run with the setting's draft. */
  #settingValue(name: string, index: number): () => Statement {
    const info = settings.find((setting) => settingName(setting) === name) as SettingInfo;
    const value = this.#valueParser(info, index);
    return () => {
      const node = this.#setting(name);
      if (info.argument === "none") return node as never;
      node["value"] = info.optional ? this.option(index, value) : value();
      return node as never;
    };
  }

  /** The settings that begin with a word, as alternatives of what follows it. */
  #settingAlternatives(first: KeywordName): { ALT: () => Statement }[] {
    const infos: readonly SettingInfo[] = settings;
    return infos
      .filter((info) => info.words[0] === first && info.words.length === 2)
      .map((info, index) => {
        const value = this.#settingValue(settingName(info), index);
        return {
          ALT: () => {
            this.#keyword(index, info.words[1] as KeywordName);
            return value();
          },
        };
      });
  }

  /** admd : "admd" string */
  #admdRule(): Rule<Statement> {
    const value = this.#settingValue("admd", 0);
    return this.RULE("admd", () => {
      this.#keyword(0, "admd");
      return value();
    });
  }

  /** bounce : "bounce" "warn-interval" string ("," string)* */
  #bounceRule(): Rule<Statement> {
    return this.RULE("bounce", () => {
      const delays: Word[] = [];
      const node = this.#begin({ kind: "BounceDirective", delays } as never);
      this.#keyword(0, "bounce");
      this.#keyword(0, "warn-interval");
      delays.push(this.#string(0));
      this.many(0, () => {
        this.#token(0, punctuation[","]);
        delays.push(this.#string(1));
      });
      return node as never;
    });
  }

  /** ca : "ca" string "cert" string */
  #caRule(): Rule<Statement> {
    return this.RULE("ca", () => {
      const node = this.#begin({ kind: "CaDirective", name: undefined, cert: undefined } as never) as Building;
      this.#keyword(0, "ca");
      node["name"] = this.#string(0);
      this.#keyword(0, "cert");
      node["cert"] = this.#string(1);
      return node as never;
    });
  }

  /** pki : "pki" string pkiParameter* */
  #pkiRule(): Rule<Statement> {
    const parameter = this.#optionRule("pkiParameter", pkiParameters);
    return this.RULE("pki", () => {
      const options: Option[] = [];
      const node = this.#begin({ kind: "PkiDirective", name: undefined, options } as never) as Building;
      this.#keyword(0, "pki");
      node["name"] = this.#string(0);
      this.many(0, () => options.push(this.subrule(0, parameter)));
      return node as never;
    });
  }

  /** limit : string number */
  #limitRule(): Rule<Limit> {
    return this.RULE("limit", (): Limit => {
      const name = this.#string(0);
      const value = this.#token(0, NumberType) as NumberWord;
      return { kind: "Limit", source: name.source, start: name.start, end: value.end, name, value };
    });
  }

  #limitDraft(scope: LimitScope): { node: Building; limits: Limit[]; options: Option[] } {
    const limits: Limit[] = [];
    const options: Option[] = [];
    const draft = { kind: "LimitDirective", scope, domain: undefined, limits, options };
    return { node: this.#begin(draft as never) as Building, limits, options };
  }

  /** "limit" limit* */
  #plainLimits(scope: LimitScope): { ALT: () => Statement } {
    return {
      ALT: () => {
        const { node, limits } = this.#limitDraft(scope);
        this.#keyword(0, "limit");
        this.many(0, () => limits.push(this.subrule(0, this.#limits)));
        return node as never;
      },
    };
  }

  /** mda : "mda" ("limit" limit* | "wrapper" string string) */
  #mdaRule(): Rule<Statement> {
    const wrapper = () => {
      const node = this.#begin({ kind: "WrapperDirective", name: undefined, command: undefined } as never) as Building;
      this.#keyword(0, "wrapper");
      node["name"] = this.#string(0);
      node["command"] = this.#string(1);
      return node as never;
    };
    const alternatives = [this.#plainLimits("mda"), { ALT: wrapper }];
    return this.RULE("mda", () => {
      this.#keyword(0, "mda");
      return this.or(0, alternatives) as Statement;
    });
  }

  /** mta : "mta" ("max-deferred" number | "limit" ("for" "domain" string)? (limit | "inet4" | "inet6")*) */
  #mtaRule(): Rule<Statement> {
    const family = this.#optionRule("addressFamily", addressFamilies);
    const limit = () => {
      const { node, limits, options } = this.#limitDraft("mta");
      this.#keyword(0, "limit");
      this.option(10, () => {
        this.#keyword(0, "for");
        this.#keyword(0, "domain");
        node["domain"] = this.#string(10);
      });
      this.many(0, () => {
        this.or(1, [
          { ALT: () => limits.push(this.subrule(0, this.#limits)) },
          { ALT: () => options.push(this.subrule(1, family)) },
        ]);
      });
      return node as never;
    };
    const alternatives = [...this.#settingAlternatives("mta"), { ALT: limit }];
    return this.RULE("mta", () => {
      this.#keyword(0, "mta");
      return this.or(0, alternatives) as Statement;
    });
  }

  /** smtp : "smtp" ("limit" limit* | "ciphers" string | "max-message-size" size | "sub-addr-delim" string) */
  #smtpRule(): Rule<Statement> {
    const alternatives = [...this.#settingAlternatives("smtp"), this.#plainLimits("smtp")];
    return this.RULE("smtp", () => {
      this.#keyword(0, "smtp");
      return this.or(0, alternatives) as Statement;
    });
  }

  /** queue : "queue" ("compression" | "encryption" string? | "ttl" string) */
  #queueRule(): Rule<Statement> {
    const alternatives = this.#settingAlternatives("queue");
    return this.RULE("queue", () => {
      this.#keyword(0, "queue");
      return this.or(0, alternatives) as Statement;
    });
  }

  /** scheduler : "scheduler" "limit" limit* */
  #schedulerRule(): Rule<Statement> {
    const limit = this.#plainLimits("scheduler");
    return this.RULE("scheduler", () => {
      this.#keyword(0, "scheduler");
      return limit.ALT();
    });
  }

  /** srs : "srs" ("key" "backup"? string | "ttl" string) */
  #srsRule(): Rule<Statement> {
    const ttl = this.#settingAlternatives("srs").at(-1) as { ALT: () => Statement };
    const key = () => {
      this.#keyword(10, "key");
      const backup = this.option(10, () => this.#keyword(0, "backup"));
      const node = this.#setting(backup === undefined ? "srs key" : "srs key backup");
      node["value"] = this.#string(10);
      return node as never;
    };
    const alternatives = [{ ALT: key }, ttl];
    return this.RULE("srs", () => {
      this.#keyword(0, "srs");
      return this.or(0, alternatives) as Statement;
    });
  }

  /** proc : "proc" string string processParameter* */
  #procRule(): Rule<Statement> {
    const parameter = this.#processParameter;
    return this.RULE("proc", () => {
      const options: Option[] = [];
      const node = this.#begin({
        kind: "ProcDirective",
        name: undefined,
        command: undefined,
        options,
      } as never) as Building;
      this.#keyword(0, "proc");
      node["name"] = this.#string(0);
      node["command"] = this.#string(1);
      this.many(0, () => options.push(this.subrule(0, parameter)));
      return node as never;
    });
  }

  get #processParameter(): Rule<Option> {
    this.#processParameterRule ??= this.#optionRule("processParameter", processParameters);
    return this.#processParameterRule;
  }
  #processParameterRule: Rule<Option> | undefined;

  /** filter : "filter" string (procFilter | procExecFilter | phaseFilter | chainFilter) */
  #filterRule(): Rule<Statement> {
    const forms = [
      this.#procFilterRule(),
      this.#procExecFilterRule(),
      this.#phaseFilterRule(),
      this.#chainFilterRule(),
    ];
    const alternatives = forms.map((rule, index) => ({ ALT: () => this.subrule(index, rule) }));
    return this.RULE("filter", () => {
      this.#begin({ kind: "ProcFilterDirective", name: undefined, proc: undefined } as never);
      this.#keyword(0, "filter");
      (this.draft as Building)["name"] = this.subrule(10, this.#word);
      return this.or(0, alternatives) as Statement;
    });
  }

  /** Goes on with the name that `filter` has read. */
  #filterDraft(draft: object): Building {
    const name = (this.draft as Building | undefined)?.["name"];
    return this.#begin(Object.assign(draft, { name }) as never) as Building;
  }

  /** procFilter : "proc" string */
  #procFilterRule(): Rule<Statement> {
    return this.RULE("procFilter", () => {
      const node = this.#filterDraft({ kind: "ProcFilterDirective", name: undefined, proc: undefined });
      this.#keyword(0, "proc");
      node["proc"] = this.#string(0);
      return node as never;
    });
  }

  /** procExecFilter : "proc-exec" string processParameter* */
  #procExecFilterRule(): Rule<Statement> {
    const parameter = this.#processParameter;
    return this.RULE("procExecFilter", () => {
      const options: Option[] = [];
      const node = this.#filterDraft({ kind: "ProcExecFilterDirective", name: undefined, command: undefined, options });
      this.#keyword(0, "proc-exec");
      node["command"] = this.#string(0);
      this.many(0, () => options.push(this.subrule(0, parameter)));
      return node as never;
    });
  }

  /** phaseFilter : "phase" phase "match" "!"? filterCondition filterDecision */
  #phaseFilterRule(): Rule<Statement> {
    const phase = this.#keywordRule("phase", filterPhases);
    const condition = this.#optionRule("filterCondition", filterConditions);
    const decision = this.#optionRule("filterDecision", filterDecisions);
    return this.RULE("phaseFilter", () => {
      const node = this.#filterDraft({
        kind: "PhaseFilterDirective",
        name: undefined,
        phase: undefined,
        condition: undefined,
        decision: undefined,
      });
      this.#keyword(0, "phase");
      node["phase"] = this.subrule(0, phase);
      this.#keyword(0, "match");
      const not = this.option(0, () => this.#token(0, punctuation["!"]));
      node["condition"] = this.#negate(this.subrule(1, condition), not);
      node["decision"] = this.subrule(2, decision);
      return node as never;
    });
  }

  /** chainFilter : "chain" filterList */
  #chainFilterRule(): Rule<Statement> {
    return this.RULE("chainFilter", () => {
      const node = this.#filterDraft({ kind: "ChainFilterDirective", name: undefined, filters: undefined });
      this.#keyword(0, "chain");
      node["filters"] = this.subrule(0, this.#filterList);
      return node as never;
    });
  }

  /** table : "table" string (string | inlineTable) */
  #tableDirectiveRule(): Rule<Statement> {
    return this.RULE("table", () => {
      const node = this.#begin({
        kind: "TableDirective",
        name: undefined,
        config: undefined,
        entries: undefined,
      } as never) as Building;
      this.#keyword(0, "table");
      node["name"] = this.#string(0);
      this.or(0, [
        {
          ALT: () => {
            node["config"] = this.#string(1);
          },
        },
        {
          ALT: () => {
            node["entries"] = this.subrule(2, this.#inlineTable);
          },
        },
      ]);
      return node as never;
    });
  }

  /** listen : "listen" "on" ("socket" socketOption* | string interfaceOption*) */
  #listenRule(): Rule<Statement> {
    const socketOption = this.#optionRule("socketOption", socketOptions);
    const interfaceOption = this.#optionRule("interfaceOption", interfaceOptions);
    return this.RULE("listen", () => {
      const options: Option[] = [];
      const draft = { kind: "ListenDirective", interface: undefined, socket: undefined, options };
      const node = this.#begin(draft as never) as Building;
      this.#keyword(0, "listen");
      this.#keyword(0, "on");
      this.or(0, [
        {
          ALT: () => {
            node["socket"] = this.#keyword(0, "socket");
            this.many(0, () => options.push(this.subrule(0, socketOption)));
          },
        },
        {
          ALT: () => {
            node["interface"] = this.#string(1);
            this.many(1, () => options.push(this.subrule(2, interfaceOption)));
          },
        },
      ]);
      return node as never;
    });
  }

  /** action : "action" string (deliveryMethod deliveryOption* | "relay" relayOption*) closingOption* */
  #actionRule(): Rule<Statement> {
    const method = this.#optionRule("deliveryMethod", deliveryMethods);
    const option = this.#optionRule("deliveryOption", deliveryOptions);
    const relay = this.#optionRule("relayMethod", [relayMethod]);
    const relayOption = this.#optionRule("relayOption", relayOptions);
    const closing = this.#optionRule("closingOption", closingOptions);
    return this.RULE("action", () => {
      const options: Option[] = [];
      const node = this.#begin({
        kind: "ActionDirective",
        name: undefined,
        method: undefined,
        options,
      } as never) as Building;
      this.#keyword(0, "action");
      node["name"] = this.#string(0);
      this.or(0, [
        {
          ALT: () => {
            node["method"] = this.subrule(1, method);
            this.many(0, () => options.push(this.subrule(2, option)));
          },
        },
        {
          ALT: () => {
            node["method"] = this.subrule(3, relay);
            this.many(1, () => options.push(this.subrule(4, relayOption)));
          },
        },
      ]);
      this.many(2, () => options.push(this.subrule(5, closing)));
      return node as never;
    });
  }

  /** match : "match" condition* ("reject" | "action" string) */
  #matchRule(): Rule<Statement> {
    const condition = this.#conditionRule();
    return this.RULE("match", () => {
      const conditions: Option[] = [];
      const draft = { kind: "MatchDirective", conditions, reject: undefined, action: undefined };
      const node = this.#begin(draft as never) as Building;
      this.#keyword(0, "match");
      this.many(0, () => conditions.push(this.subrule(0, condition)));
      this.or(0, [
        {
          ALT: () => {
            node["reject"] = this.#keyword(0, "reject");
          },
        },
        {
          ALT: () => {
            this.#keyword(0, "action");
            node["action"] = this.#string(1);
          },
        },
      ]);
      return node as never;
    });
  }

  /** condition : "!"? (plainCondition | "from" fromCondition | "for" forCondition) */
  #conditionRule(): Rule<Option> {
    const plain = this.#optionRule("plainCondition", plainConditions);
    const from = this.#optionRule("fromCondition", fromConditions);
    const to = this.#optionRule("forCondition", forConditions);
    const alternatives = [
      { ALT: () => this.subrule(0, plain) },
      { ALT: () => this.#scoped(this.#keyword(0, "from"), this.subrule(1, from)) },
      { ALT: () => this.#scoped(this.#keyword(0, "for"), this.subrule(2, to)) },
    ];
    const not = () => this.#token(0, punctuation["!"]);
    return this.RULE("condition", () => {
      const negation = this.option(0, not);
      return this.#negate(this.or(0, alternatives) as Option, negation);
    });
  }

  #scoped(scope: Keyword, option: Option): Option {
    if (this.RECORDING_PHASE) return option;
    const draft = option as Draft;
    draft.scope = scope;
    draft.start = scope.start;
    return option;
  }

  #negate(option: Option, not: Token | undefined): Option {
    if (not === undefined || this.RECORDING_PHASE) return option;
    const draft = option as Draft;
    draft.not = not;
    draft.start = not.start;
    return option;
  }

  #keywordRule(name: string, infos: readonly { readonly name: KeywordName }[]): Rule<Keyword> {
    const alternatives = infos.map((info) => ({ ALT: () => this.#keyword(0, info.name) }));
    return this.RULE(name, () => this.or(0, alternatives) as Keyword);
  }

  /** An option out of a list of the catalogue: the keyword, and what the catalogue says may follow it. */
  #optionRule(name: string, infos: readonly (OptionInfo | ConditionInfo)[]): Rule<Option> {
    const alternatives = infos.map((info, index) => ({ ALT: this.#optionParser(info, index) }));
    if (alternatives.length === 1) return this.RULE(name, (alternatives[0] as { ALT: () => Option }).ALT);
    return this.RULE(name, () => this.or(0, alternatives) as Option);
  }

  #optionParser(info: OptionInfo, index: number): () => Option {
    const argument = this.#argumentParser(info, index);
    const suffix = this.#suffixParser(info, index);
    return () => {
      const keyword = this.#keyword(index, info.name);
      const option: Draft = {
        kind: "Option",
        name: info.name,
        info,
        source: keyword.source,
        start: keyword.start,
        end: keyword.end,
        not: undefined,
        scope: undefined,
        keyword,
        regex: undefined,
        argument: undefined,
        suffix: undefined,
        suffixArgument: undefined,
      };
      argument?.(option);
      suffix?.(option);
      return option;
    };
  }

  #argumentParser(info: OptionInfo, index: number): ((option: Draft) => void) | undefined {
    if (info.argument === "none") return undefined;
    const read = this.#valueParser(info, index);
    const regex = () => this.#keyword(100 + index, "regex");
    const parse = (option: Draft): void => {
      if (info.regexSince !== undefined) option.regex = this.option(100 + index, regex);
      option.argument = read();
      option.end = option.argument.end;
    };
    if (!info.optional) return parse;
    let current: Draft;
    const body = () => parse(current);
    return (option) => {
      current = option;
      this.option(index, body);
    };
  }

  #valueParser(info: Pick<OptionInfo, "argument">, index: number): () => Argument {
    if (info.argument === "table") return () => this.subrule(index, this.#table);
    if (info.argument === "port") return () => this.subrule(index, this.#port);
    if (info.argument === "filters") return () => this.subrule(index, this.#filters);
    if (info.argument === "size") return () => this.subrule(index, this.#size);
    if (info.argument === "number") return () => this.#token(index, NumberType) as NumberWord;
    return () => this.#string(index);
  }

  #suffixParser(info: OptionInfo, index: number): ((option: Draft) => void) | undefined {
    const { suffix } = info;
    if (suffix === undefined) return undefined;
    const keyword = () => this.#keyword(50 + index, suffix);
    return (option) => {
      this.option(50 + index, () => {
        option.suffix = keyword();
        option.end = endOf(option, [option.suffix]);
        if (info.suffixArgument === undefined) return;
        option.suffixArgument = this.#string(50 + index);
        option.end = endOf(option, [option.suffixArgument]);
      });
    };
  }

  /** port : number | string | "smtp" | "smtps" */
  #portRule(): Rule<Argument> {
    const alternatives = [
      { ALT: () => this.#token(0, NumberType) as NumberWord },
      { ALT: () => this.#string(0) },
      { ALT: () => this.#keyword(0, "smtp") },
      { ALT: () => this.#keyword(0, "smtps") },
    ];
    return this.RULE("port", () => this.or(0, alternatives as { ALT: () => Argument }[]) as Argument);
  }

  /** size : number | string */
  #sizeRule(): Rule<Argument> {
    const alternatives = [{ ALT: () => this.#token(0, NumberType) as NumberWord }, { ALT: () => this.#string(0) }];
    return this.RULE("size", () => this.or(0, alternatives as { ALT: () => Argument }[]) as Argument);
  }

  /** tableArgument : string | "<" string ">" | inlineTable */
  #tableRule(): Rule<TableArgument> {
    const reference = (): TableReference => {
      const open = this.#token(0, punctuation["<"]);
      const name = this.#string(1);
      const close = this.#token(0, punctuation[">"]);
      return { kind: "TableReference", source: open.source, start: open.start, end: close.end, name };
    };
    const alternatives = [
      { ALT: () => this.#string(0) },
      { ALT: reference },
      { ALT: () => this.subrule(2, this.#inlineTable) },
    ];
    return this.RULE(
      "tableArgument",
      () => this.or(0, alternatives as { ALT: () => TableArgument }[]) as TableArgument,
    );
  }

  /** inlineTable : "{" newline* entry newline* (","? newline* entry newline*)* "}" */
  #inlineTableRule(): Rule<InlineTable> {
    const entry = this.#entryRule();
    return this.#bracedRule("inlineTable", entry, (span, entries, lateNewline) => ({
      kind: "InlineTable",
      ...span,
      entries,
      lateNewline,
    }));
  }

  /** entry : string (("=" | "=>") string)? — all entries of a table have a value, or none has; the first decides */
  #entryRule(): Rule<Entry> {
    const assign = [{ ALT: () => this.#token(0, punctuation["="]) }, { ALT: () => this.#token(0, punctuation["=>"]) }];
    const pair = () => {
      this.or(0, assign);
      return this.#string(1);
    };
    const optional = { GATE: () => this.#mapping !== false, DEF: pair };
    return this.RULE("entry", () => {
      const key = this.#string(0);
      const value = this.#mapping === true && !this.RECORDING_PHASE ? pair() : this.option(0, optional);
      this.#mapping = value !== undefined;
      return { kind: "Entry", source: key.source, start: key.start, end: (value ?? key).end, key, value } as Entry;
    });
  }

  /** Whether the entries of the table at hand have values; undefined before the first one. */
  #mapping: boolean | undefined;

  /** filterList : "{" newline* string newline* (","? newline* string newline*)* "}" */
  #filterListRule(): Rule<FilterList> {
    return this.#bracedRule("filterList", this.#word, (span, names, lateNewline) => ({
      kind: "FilterList",
      ...span,
      names,
      lateNewline,
    }));
  }

  /** filters : string | filterList */
  #filtersRule(): Rule<Argument> {
    const alternatives = [{ ALT: () => this.#string(0) }, { ALT: () => this.subrule(1, this.#filterList) }];
    return this.RULE("filters", () => this.or(0, alternatives as { ALT: () => Argument }[]) as Argument);
  }

  #bracedRule<Item extends Span, Node>(
    name: string,
    item: Rule<Item>,
    build: (
      span: Pick<Token, "source" | "start" | "end">,
      items: readonly Item[],
      newline: LateNewline | undefined,
    ) => Node,
  ): Rule<Node> {
    const skip = (index: number): Token | undefined => {
      let first: Token | undefined;
      this.many(index, () => {
        const token = this.#token(index, NewlineType);
        first ??= token;
      });
      return first;
    };
    const notAfterNewline = () => (this.LA(0) as unknown as Token).kind !== "Newline";
    return this.RULE(name, () => {
      const items: Item[] = [];
      const open = this.#token(0, punctuation["{"]);
      this.#mapping = undefined;
      let newline = skip(0);
      items.push(this.subrule(0, item));
      let last = skip(1);
      this.many(2, () => {
        this.option(0, {
          GATE: notAfterNewline,
          DEF: () => {
            this.#token(0, punctuation[","]);
            const after = skip(3);
            newline ??= after;
          },
        });
        items.push(this.subrule(1, item));
        last = skip(4);
      });
      const close = this.#token(0, punctuation["}"]);
      const late = newline ?? last;
      const refused = late && { newline: late, refusedAt: newline ?? close };
      return build({ source: open.source, start: open.start, end: endOf(open, [...items, close]) }, items, refused);
    });
  }
}

type Building = Record<string, unknown>;

/** The token type that stands for the end of the statement in `nextTypes`. */
export const endOfStatement: TokenType = EOF;
