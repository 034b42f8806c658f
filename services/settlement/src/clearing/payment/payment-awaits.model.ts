import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { PaymentRow } from './payment.entity.js';
import { endOf } from './payment.model.js';

type AwaitedPayment = Pick<
  PaymentRow,
  | ('id' | 'payerUnionId' | 'payeeUnionId' | 'amountFen' | 'state' | 'dueOn')
  | ('sentAt' | 'sentBy' | 'receivedAt' | 'receivedBy')
>;

interface PaymentFacts {
  readonly payerName: string;
  readonly payeeName: string;
  /** Of either side: then nobody may act. */
  readonly isFrozen: boolean;
  /** The unions that keep the books of the side that acts next. */
  readonly bookkeeperIds: readonly string[];
}

/** Who may do what with a payment. */
type PaymentRules = Readonly<Record<'confirmSent' | 'confirmReceived', ActionRule>>;

/** The union of the side that acts next: by confirming the transfer, then its receipt. */
export function actingUnionOf({
  sentAt,
  payerUnionId,
  payeeUnionId,
}: Pick<PaymentRow, 'sentAt' | 'payerUnionId' | 'payeeUnionId'>): string {
  return sentAt === null ? payerUnionId : payeeUnionId;
}

/**
 * Whom a payment waits for: its payer first, then its payee, and never the person who has confirmed the other side
 * (E83).
 */
export function awaitsOfPayment(row: AwaitedPayment, facts: PaymentFacts, may: PaymentRules): Await[] {
  if (row.state !== 'open' || facts.isFrozen) return [];
  const { id: moneyId, amountFen, sentBy, receivedBy } = row;
  const { payerName, payeeName } = facts;
  const unionIds = [actingUnionOf(row), ...facts.bookkeeperIds];
  const dueAt = endOf(row.dueOn);
  const said = {
    why: 'dealsWithMoney',
    about: { moneyId },
    title: `${payerName} → ${payeeName}`,
    dueAt,
  } as const;
  const at = dueAt.toISOString();
  if (row.sentAt === null)
    return [
      {
        ...officeOf(may.confirmSent, unionIds, [receivedBy]),
        ...said,
        kind: 'paymentToSend',
        values: { ...moneyValues(amountFen, 'owes'), partyName: payeeName, at },
      },
    ];
  return [
    {
      ...officeOf(may.confirmReceived, unionIds, [sentBy]),
      ...said,
      kind: 'paymentToReceive',
      values: { ...moneyValues(amountFen, 'owed'), partyName: payerName, at },
    },
  ];
}
