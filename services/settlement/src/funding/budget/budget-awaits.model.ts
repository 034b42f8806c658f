import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { BudgetRow } from './budget.entity.js';

type AwaitedBudget = Pick<
  BudgetRow,
  'id' | 'unionId' | 'year' | 'state' | 'returnReason' | 'createdBy' | 'submittedBy' | 'submittedAt'
>;

interface BudgetFacts {
  /** The name of its union. */
  readonly title: string;
  /** All of its lines, in fen. */
  readonly totalFen: bigint;
}

/** Who may do what with a budget. */
type BudgetRules = Readonly<Record<'draftBudget' | 'adoptBudget', ActionRule>>;

/** Whom a budget waits for: who adopts it, and has neither drafted nor submitted it (E83), or who submits it again. */
export function awaitsOfBudget(
  row: AwaitedBudget,
  { title, totalFen }: BudgetFacts,
  may: BudgetRules,
): Await[] {
  const { id: moneyId, unionId, returnReason, createdBy, submittedBy } = row;
  const said = { why: 'dealsWithMoney', about: { moneyId }, title } as const;
  const year = String(row.year);
  if (row.state === 'submitted')
    return [
      {
        ...officeOf(may.adoptBudget, [unionId], [createdBy, submittedBy]),
        ...said,
        kind: 'budgetSubmitted',
        values: { ...moneyValues(totalFen), year },
        // Submitted again, it is to be looked at again.
        slot: String(row.submittedAt?.getTime() ?? ''),
      },
    ];
  if (row.state !== 'draft' || returnReason === null) return [];
  const values = { year, reason: returnReason };
  return [{ ...officeOf(may.draftBudget, [unionId]), ...said, kind: 'budgetReturned', values }];
}
