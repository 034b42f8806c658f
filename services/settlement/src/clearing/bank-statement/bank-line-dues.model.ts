import type { DuesLineReason, DuesLineState } from '@gongxiang/contracts/words/dues-line';
import type { Await } from '@gongxiang/messaging/events';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';

/** What an officer does about a line that was assigned as dues. */
export type DuesLineAct = 'release' | 'keep' | 'refund';

export interface AssignedDues {
  readonly state: DuesLineState;
  readonly reason: DuesLineReason | null;
}

/** What came back is refunded, kept where it is only too much, or assigned anew; what was sent back stays as it is. */
const mayDo: Readonly<Record<DuesLineAct, (dues: AssignedDues) => boolean>> = {
  release: ({ state }) => state !== 'refunded',
  keep: ({ state, reason }) => state === 'returned' && reason === 'overpaid',
  refund: ({ state }) => state === 'returned',
};

/** @throws DomainError `BANK_LINE_NOT_DUES` */
export function requireAct<Dues extends AssignedDues>(dues: Dues | null, act: DuesLineAct): Dues {
  if (dues === null || !mayDo[act](dues)) throw new DomainError('BANK_LINE_NOT_DUES', { pointer: '/number' });
  return dues;
}

export interface HeardAnswer {
  readonly version: number;
  readonly answer: number;
  readonly reason: DuesLineReason | null;
  readonly receipt: string | null;
}

interface Answerable extends AssignedDues {
  readonly version: number;
  readonly answer: number;
}

/**
 * What membership says of a line: booked, or returned with a reason.
 * @returns null where it says nothing new: it answers an older version, or was overtaken by a later answer
 */
export function answeredDues(
  before: Answerable,
  { version, answer, reason, receipt }: HeardAnswer,
): (AssignedDues & { readonly receipt: string | null; readonly answer: number }) | null {
  if (version !== before.version || answer <= before.answer || before.state === 'refunded') return null;
  return { state: reason === null ? 'booked' : 'returned', reason, receipt, answer };
}

/** A line that came back waits for the finance of its union. */
export function awaitsOfDues(
  { state, unionId, statementId, reference, amountFen }: DuesThatWait,
  handle: ActionRule,
): Await[] {
  if (state !== 'returned') return [];
  return [
    {
      ...officeOf(handle, [unionId]),
      kind: 'duesLineReturned',
      why: 'dealsWithMoney',
      about: { moneyId: statementId },
      title: reference,
      values: moneyValues(amountFen),
    },
  ];
}

export interface DuesThatWait {
  readonly state: DuesLineState;
  readonly unionId: string;
  readonly statementId: string;
  readonly reference: string;
  readonly amountFen: bigint;
}
