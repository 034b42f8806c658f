import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { stakeOf } from './confirmation.model.js';

type AskedParty = Pick<
  ConfirmationRow,
  'id' | 'title' | 'unionId' | 'owesFen' | 'owedFen' | 'state' | 'confirmBy'
>;

/** Whom a confirmation waits for: whoever may answer for its party, until its deadline. */
export function awaitsOfConfirmation(row: AskedParty, partyName: string, answer: ActionRule): Await[] {
  if (row.state !== 'waiting') return [];
  const { direction, amountFen } = stakeOf(row);
  return [
    {
      ...officeOf(answer, [row.unionId]),
      kind: 'confirmationAsked',
      why: 'dealsWithMoney',
      about: { moneyId: row.id },
      title: row.title,
      values: { ...moneyValues(amountFen, direction), at: row.confirmBy.toISOString(), partyName },
      dueAt: row.confirmBy,
    },
  ];
}
