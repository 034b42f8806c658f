import { DomainError, fromWire, type IncomingMoney } from '@gongxiang/domain';
import type { FundRuleKind } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import type { Grade } from './cost-use.model.js';

/** A fraction; the denominator is above zero. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

interface Named {
  readonly key: string;
}

/** One limit, by kind. Amounts in fen. */
export type FundRule = Named &
  (
    | { readonly kind: 'prizeShare'; readonly share: Share }
    | { readonly kind: 'prizeAmount'; readonly amount: bigint; readonly grade: Grade | null }
    | { readonly kind: 'souvenirAmount'; readonly amount: bigint; readonly onlyWithoutPrizes: boolean }
    | { readonly kind: 'mealAmount'; readonly amount: bigint }
    | { readonly kind: 'lodgingAmount'; readonly amount: bigint }
    | { readonly kind: 'feeAmount'; readonly amount: bigint }
    | { readonly kind: 'welfareAmount'; readonly amount: bigint }
    | { readonly kind: 'giftNotCash' }
    | { readonly kind: 'outingSameDay' }
    | {
        readonly kind: 'expenseBarred';
        readonly incomeKind: IncomeKind;
        readonly expenseCodes: readonly string[];
      }
    | { readonly kind: 'budgetShare'; readonly share: Share; readonly expenseCodes: readonly string[] }
  );

export type RuleOf<Kind extends FundRuleKind> = Extract<FundRule, { readonly kind: Kind }>;

/** The wire and storage format of a rule. */
export interface IncomingFundRule {
  readonly key: string;
  readonly kind: FundRuleKind;
  readonly amount?: IncomingMoney | null;
  readonly share?: Share | null;
  readonly grade?: Grade | null;
  readonly onlyWithoutPrizes?: boolean | null;
  readonly incomeKind?: IncomeKind | null;
  readonly expenseCodes?: readonly string[] | null;
}

type RuleField = Exclude<keyof IncomingFundRule, 'key' | 'kind'>;
type Fields = { readonly must: readonly RuleField[]; readonly may: readonly RuleField[] };

const amountOnly: Fields = { must: ['amount'], may: [] };

/** The fields of each kind; optional fields may be null. */
const fieldsOf: Readonly<Record<FundRuleKind, Fields>> = {
  prizeShare: { must: ['share'], may: [] },
  prizeAmount: { must: ['amount'], may: ['grade'] },
  souvenirAmount: { must: ['amount'], may: ['onlyWithoutPrizes'] },
  giftNotCash: { must: [], may: [] },
  outingSameDay: { must: [], may: [] },
  mealAmount: amountOnly,
  lodgingAmount: amountOnly,
  feeAmount: amountOnly,
  expenseBarred: { must: ['incomeKind', 'expenseCodes'], may: [] },
  welfareAmount: amountOnly,
  budgetShare: { must: ['share', 'expenseCodes'], may: [] },
};

const everyField: readonly RuleField[] = [
  'amount',
  'share',
  'grade',
  'onlyWithoutPrizes',
  'incomeKind',
  'expenseCodes',
] as const;

/**
 * Parses the rules of a set.
 * @throws DomainError 400 `VALIDATION_FAILED` if a field of a rule's kind is missing or a field of another kind is
 *   present; 422 `FUND_RULE_KEY_TWICE`, `FUND_RULE_SHARE_ABOVE_WHOLE`, `AMOUNT_NEGATIVE`, and the errors of `fromWire`
 */
export function readRules(rules: readonly IncomingFundRule[]): FundRule[] {
  const errors = rules.flatMap((rule, index) => fieldProblems(rule, `/rules/${index}`));
  if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
  const keys = rules.map(({ key }) => key);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0) {
    const params = { key: keys[twice] ?? '' };
    throw new DomainError('FUND_RULE_KEY_TWICE', { pointer: `/rules/${twice}/key`, params });
  }
  return rules.map((rule, index) => readRule(rule, `/rules/${index}`));
}

function fieldProblems(rule: IncomingFundRule, pointer: string): { pointer: string; code: string }[] {
  const { must, may } = fieldsOf[rule.kind];
  return everyField.flatMap((field) => {
    const isThere = rule[field] !== undefined && rule[field] !== null;
    if (must.includes(field)) return isThere ? [] : [{ pointer: `${pointer}/${field}`, code: 'REQUIRED' }];
    return isThere && !may.includes(field) ? [{ pointer: `${pointer}/${field}`, code: 'UNKNOWN_FIELD' }] : [];
  });
}

function readRule(rule: IncomingFundRule, pointer: string): FundRule {
  return readers[rule.kind](rule, pointer);
}

/** One reader per kind; {@link fieldsOf} guarantees the fields it reads. */
const readers: {
  readonly [Kind in FundRuleKind]: (rule: IncomingFundRule, pointer: string) => RuleOf<Kind>;
} = {
  prizeShare: (rule, pointer) => ({ key: rule.key, kind: 'prizeShare', share: readShare(rule, pointer) }),
  prizeAmount: (rule, pointer) => ({
    key: rule.key,
    kind: 'prizeAmount',
    amount: readAmount(rule, pointer),
    grade: rule.grade ?? null,
  }),
  souvenirAmount: (rule, pointer) => ({
    key: rule.key,
    kind: 'souvenirAmount',
    amount: readAmount(rule, pointer),
    onlyWithoutPrizes: rule.onlyWithoutPrizes ?? false,
  }),
  giftNotCash: ({ key }) => ({ key, kind: 'giftNotCash' }),
  outingSameDay: ({ key }) => ({ key, kind: 'outingSameDay' }),
  mealAmount: (rule, pointer) => ({ key: rule.key, kind: 'mealAmount', amount: readAmount(rule, pointer) }),
  lodgingAmount: (rule, pointer) => ({
    key: rule.key,
    kind: 'lodgingAmount',
    amount: readAmount(rule, pointer),
  }),
  feeAmount: (rule, pointer) => ({ key: rule.key, kind: 'feeAmount', amount: readAmount(rule, pointer) }),
  expenseBarred: ({ key, incomeKind, expenseCodes }) => ({
    key,
    kind: 'expenseBarred',
    incomeKind: incomeKind ?? 'other',
    expenseCodes: expenseCodes ?? [],
  }),
  welfareAmount: (rule, pointer) => ({
    key: rule.key,
    kind: 'welfareAmount',
    amount: readAmount(rule, pointer),
  }),
  budgetShare: (rule, pointer) => ({
    key: rule.key,
    kind: 'budgetShare',
    share: readShare(rule, pointer),
    expenseCodes: rule.expenseCodes ?? [],
  }),
};

function readShare({ share }: IncomingFundRule, pointer: string): Share {
  const { numerator, denominator } = share ?? { numerator: 0, denominator: 1 };
  if (numerator > denominator)
    throw new DomainError('FUND_RULE_SHARE_ABOVE_WHOLE', { pointer: `${pointer}/share` });
  return { numerator, denominator };
}

function readAmount({ amount }: IncomingFundRule, pointer: string): bigint {
  const fen = amount ? fromWire(amount, `${pointer}/amount`) : 0n;
  // Zero is a valid limit that permits nothing.
  if (fen < 0n) throw new DomainError('AMOUNT_NEGATIVE', { pointer: `${pointer}/amount` });
  return fen;
}
