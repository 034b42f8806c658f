import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { stakeOf } from '../confirmation/confirmation.model.js';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import { isReferred, type Talk } from './dispute.model.js';
import type { DisputeRow } from './dispute.entity.js';

interface DisputeFacts {
  readonly row: Talk &
    Pick<DisputeRow, 'id' | 'title' | 'openedBy' | 'decidingUnionId' | 'lastUnionId' | 'messageCount'>;
  /** The share of the disputing party. */
  readonly about: { readonly owesFen: bigint; readonly owedFen: bigint };
  readonly sides: readonly { readonly unionId: string }[];
  /** People who may decide disputes, but not about what they worked on themselves. */
  readonly involvedIds: readonly string[];
}

/** Who may do what in a dispute. */
type DisputeRules = Readonly<Record<'speak' | 'decide', ActionRule>>;

/**
 * Whom a dispute waits for: while there is time to come to terms, for the sides that have not written last; then for
 * those who decide.
 */
export function awaitsOfDispute(facts: DisputeFacts, may: DisputeRules, now: Date): Await[] {
  const { row, about } = facts;
  if (row.state !== 'open') return [];
  const what = { why: 'dealsWithMoney', about: { moneyId: row.id }, title: row.title } as const;
  const values = moneyValues(stakeOf(about).amountFen);
  if (isReferred(row, now)) {
    const except = [row.openedBy, ...facts.involvedIds];
    return [
      { ...officeOf(may.decide, [row.decidingUnionId], except), ...what, kind: 'disputeReferred', values },
    ];
  }
  const silent = facts.sides.map(({ unionId }) => unionId).filter((id) => id !== row.lastUnionId);
  if (silent.length === 0) return [];
  return [
    {
      ...officeOf(may.speak, silent),
      ...what,
      kind: row.messageCount === 0 ? 'disputeOpened' : 'disputeAnswered',
      values: { ...values, at: row.talkUntil.toISOString() },
      // When the other side has written, it is another turn.
      slot: row.lastUnionId ?? '',
      dueAt: row.talkUntil,
    },
  ];
}
