import { DomainError, type FieldProblem, fromWire, type IncomingMoney } from '@gongxiang/domain';
import { token } from './rule.model.js';
import type { FenByParty, SplitRule } from './rule.model.js';

/** The wire format of a rule; its kind determines the fields. */
export interface IncomingRule {
  readonly kind: SplitRule['kind'];
  readonly weights?: Readonly<Record<string, number>> | null;
  readonly else?: IncomingRule | null;
  readonly amounts?: MoneyByParty | null;
  readonly rest?: IncomingRule | null;
  readonly party?: string | null;
  readonly percent?: string | null;
  readonly source?: string | null;
  readonly upTo?: IncomingMoney | null;
  readonly tiers?: readonly { readonly upTo: IncomingMoney | null; readonly rule: IncomingRule }[] | null;
}

export type MoneyByParty = Readonly<Record<string, IncomingMoney>>;

type RuleField = Exclude<keyof IncomingRule, 'kind'>;

/** The fields of each kind of node; optional fields may be null. */
const fieldsOf: Readonly<
  Record<SplitRule['kind'], { must: readonly RuleField[]; may: readonly RuleField[] }>
> = {
  equal: { must: [], may: [] },
  ratio: { must: ['weights'], may: [] },
  headcount: { must: [], may: ['else'] },
  usage: { must: [], may: ['else'] },
  fixed: { must: ['amounts', 'rest'], may: [] },
  hostShare: { must: ['party', 'percent', 'rest'], may: [] },
  subsidyFirst: { must: ['source', 'rest'], may: ['percent', 'upTo'] },
  tiers: { must: ['tiers'], may: [] },
};

const everyField: readonly RuleField[] = [
  'weights',
  'else',
  'amounts',
  'rest',
  'party',
  'percent',
  'source',
  'upTo',
  'tiers',
];

/**
 * Parses a rule from its wire format.
 * @param pointer the position of the rule in the body
 * @throws DomainError 400 `VALIDATION_FAILED` if a field of its kind is missing or a field of another kind is
 *   present;
 * 422 for an amount that is not whole fen of CNY
 */
export function readRule(rule: IncomingRule, pointer = '/rule'): SplitRule {
  const errors = shapeProblems(rule, pointer);
  if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
  return readNode(rule, pointer);
}

function readNode(rule: IncomingRule, pointer: string): SplitRule {
  return readers[rule.kind](rule, pointer);
}

type Reader = (rule: IncomingRule, pointer: string) => SplitRule;

/** One reader per kind; {@link fieldsOf} guarantees the fields it reads. */
const readers: Readonly<Record<SplitRule['kind'], Reader>> = {
  equal: () => ({ kind: 'equal' }),
  ratio: ({ weights }) => ({ kind: 'ratio', weights: weights ?? {} }),
  headcount: (rule, pointer) => ({ kind: 'headcount', else: readElse(rule, pointer) }),
  usage: (rule, pointer) => ({ kind: 'usage', else: readElse(rule, pointer) }),
  fixed: (rule, pointer) => ({
    kind: 'fixed',
    amounts: readAmounts(rule.amounts, `${pointer}/amounts`),
    rest: readRest(rule, pointer),
  }),
  hostShare: (rule, pointer) => ({
    kind: 'hostShare',
    party: rule.party ?? '',
    percent: rule.percent ?? '',
    rest: readRest(rule, pointer),
  }),
  subsidyFirst: (rule, pointer) => ({
    kind: 'subsidyFirst',
    source: rule.source ?? '',
    percent: rule.percent ?? null,
    upTo: rule.upTo ? fromWire(rule.upTo, `${pointer}/upTo`) : null,
    rest: readRest(rule, pointer),
  }),
  tiers: (rule, pointer) => ({ kind: 'tiers', tiers: readTiers(rule, `${pointer}/tiers`) }),
};

/** Amounts by party in fen. @throws DomainError 422 `CURRENCY_UNSUPPORTED`, `MONEY_FORMAT` */
export function readAmounts(amounts: MoneyByParty | null | undefined, pointer: string): FenByParty {
  return Object.fromEntries(
    Object.entries(amounts ?? {}).map(([party, money]) => [
      party,
      fromWire(money, `${pointer}/${token(party)}`),
    ]),
  );
}

function readRest(rule: IncomingRule, pointer: string): SplitRule {
  return readNode(rule.rest as IncomingRule, `${pointer}/rest`);
}

function readElse(rule: IncomingRule, pointer: string): SplitRule | null {
  return rule.else ? readNode(rule.else, `${pointer}/else`) : null;
}

function readTiers(rule: IncomingRule, pointer: string): Extract<SplitRule, { kind: 'tiers' }>['tiers'] {
  return (rule.tiers ?? []).map((tier, index) => ({
    upTo: tier.upTo ? fromWire(tier.upTo, `${pointer}/${index}/upTo`) : null,
    rule: readNode(tier.rule, `${pointer}/${index}/rule`),
  }));
}

/** Missing and unexpected fields of all nodes of the tree. */
function shapeProblems(rule: IncomingRule, pointer: string): FieldProblem[] {
  const { must, may } = fieldsOf[rule.kind];
  const has = (field: RuleField) => rule[field] !== undefined && rule[field] !== null;
  const missing = must.filter((field) => !has(field)).map((field) => ({ field, code: 'REQUIRED' }));
  const strange = everyField
    .filter((field) => has(field) && !must.includes(field) && !may.includes(field))
    .map((field) => ({ field, code: 'UNKNOWN_FIELD' }));
  const own = [...missing, ...strange].map(({ field, code }) => ({ pointer: `${pointer}/${field}`, code }));
  return [...own, ...innerRules(rule).flatMap(([step, inner]) => shapeProblems(inner, `${pointer}/${step}`))];
}

/** The child nodes with their pointers; unexpected fields are not descended into. */
function innerRules(rule: IncomingRule): (readonly [string, IncomingRule])[] {
  const { must, may } = fieldsOf[rule.kind];
  const belongs = (field: RuleField) => must.includes(field) || may.includes(field);
  const tiers = belongs('tiers') ? (rule.tiers ?? []) : [];
  return [
    ...(rule.rest && belongs('rest') ? [['rest', rule.rest] as const] : []),
    ...(rule.else && belongs('else') ? [['else', rule.else] as const] : []),
    ...tiers.map((tier, index) => [`tiers/${index}/rule`, tier.rule] as const),
  ];
}
