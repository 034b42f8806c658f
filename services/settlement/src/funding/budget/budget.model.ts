import type { BudgetState } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { DomainError } from '@gongxiang/domain';

export type BudgetVerb = 'change' | 'submit' | 'return' | 'adopt' | 'amend' | 'supersede';

/** The state machine of a budget. An amendment is a budget of its own. */
const transitions: Readonly<Record<BudgetVerb, { readonly from: BudgetState; readonly to: BudgetState }>> = {
  change: { from: 'draft', to: 'draft' },
  submit: { from: 'draft', to: 'submitted' },
  return: { from: 'submitted', to: 'draft' },
  adopt: { from: 'submitted', to: 'adopted' },
  amend: { from: 'adopted', to: 'adopted' },
  supersede: { from: 'adopted', to: 'superseded' },
};

/** @throws DomainError 409 `BUDGET_NOT_DRAFT` for verbs that need a draft, else `ILLEGAL_TRANSITION` */
export function nextState(state: BudgetState, verb: BudgetVerb): BudgetState {
  const { from, to } = transitions[verb];
  if (state === from) return to;
  throw new DomainError(from === 'draft' ? 'BUDGET_NOT_DRAFT' : 'ILLEGAL_TRANSITION');
}

export interface PlannedLine {
  readonly expenseCode: string;
  /** Fen. */
  readonly amount: bigint;
  readonly note: string | null;
}

/** @throws DomainError 422 `EXPENSE_CODE_TWICE`, `AMOUNT_NEGATIVE`, each with the pointer of the line */
export function checkLines(lines: readonly PlannedLine[]): void {
  const seen = new Set<string>();
  for (const [index, { expenseCode, amount }] of lines.entries()) {
    const pointer = `/lines/${index}`;
    if (seen.has(expenseCode))
      throw new DomainError('EXPENSE_CODE_TWICE', {
        pointer: `${pointer}/expenseCode`,
        params: { expenseCode },
      });
    seen.add(expenseCode);
    if (amount < 0n) throw new DomainError('AMOUNT_NEGATIVE', { pointer: `${pointer}/amount` });
  }
}

interface ComparedLine extends PlannedLine {
  /** The amount in the previous version; null if there is none. */
  readonly before: bigint | null;
  readonly difference: bigint;
}

/**
 * The lines by expense code, each compared with the previous version. Codes only in the previous version appear with
 * zero.
 */
export function compareLines(
  lines: readonly PlannedLine[],
  before: readonly PlannedLine[] | null,
): ComparedLine[] {
  const amounts = amountsOf(lines);
  const earlier = amountsOf(before ?? []);
  const notes = new Map(lines.map(({ expenseCode, note }) => [expenseCode, note]));
  return [...new Set([...amounts.keys(), ...earlier.keys()])].sort().map((expenseCode) => {
    const amount = amounts.get(expenseCode) ?? 0n;
    const was = earlier.get(expenseCode) ?? 0n;
    const note = notes.get(expenseCode) ?? null;
    return { expenseCode, amount, note, before: before === null ? null : was, difference: amount - was };
  });
}

function amountsOf(lines: readonly PlannedLine[]): Map<string, bigint> {
  return new Map(lines.map(({ expenseCode, amount }) => [expenseCode, amount]));
}
