import type {
  PaymentConfirmation,
  PaymentView,
} from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type ActionRule, type Actor, partyKey, shanghaiDate, toWire } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { type BookMandate, mayKeep } from '../../reference/bookkeeping.model.js';
import { namedParty } from '../../reference/named-party.js';
import type { KnownParty } from '../../reference/reference.repository.js';
import type { PaymentRow } from './payment.entity.js';

/** Who looks at payments, when, and what is known of their sides. */
export interface PaymentLook {
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly actor: Actor | null;
  readonly now: Date;
  /** By which the books of their sides are kept. */
  readonly mandates: readonly BookMandate[];
}

export function paymentView(row: PaymentRow, look: PaymentLook): PaymentView {
  const { id, version, runId: nettingRunId, state, bankReference, receivedReference } = row;
  const { failReason, entryId, dueOn, reminderCount } = row;
  return {
    id,
    version,
    nettingRunId,
    state,
    bankReference,
    receivedReference,
    failReason,
    entryId,
    dueOn,
    reminderCount,
    isOverdue: isOverdue(row, look.now),
    payer: namedParty(row.payer, look.parties),
    payee: namedParty(row.payee, look.parties),
    mayConfirm: mayConfirm(row, look),
    createdAt: row.createdAt.toISOString(),
    amount: toWire(row.amountFen),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  };
}

/** The two sides, and the unions behind them, which are not always the same. */
export function keysOf({ payer, payee, payerUnionId, payeeUnionId }: PaymentRow): string[] {
  return [...new Set([payer, payee, unionKey(payerUnionId), unionKey(payeeUnionId)])];
}

/** The confirmations that he may give: each by the finance of its side, and both never by one person (E83). */
export function mayConfirm(
  row: PaymentRow,
  { parties, actor, mandates }: PaymentLook,
): PaymentConfirmation[] {
  const may = (rule: ActionRule, unionId: string): boolean => {
    const path = parties.get(unionKey(unionId))?.unionPath;
    const payable = mandates.filter(({ limitFen }) => limitFen === null || row.amountFen <= limitFen);
    return mayKeep(actor, rule, path === undefined ? [] : [path], payable);
  };
  const isOpen = (already: Date | null, otherBy: string | null): boolean =>
    row.state === 'open' && already === null && otherBy !== actor?.personId;
  const confirmable: PaymentConfirmation[] = [];
  if (isOpen(row.sentAt, row.receivedBy) && may(actions.confirmSent, row.payerUnionId))
    confirmable.push('sent');
  if (isOpen(row.receivedAt, row.sentBy) && may(actions.confirmReceived, row.payeeUnionId))
    confirmable.push('received');
  return confirmable;
}

function isOverdue({ state, dueOn }: PaymentRow, now: Date): boolean {
  return state === 'open' && shanghaiDate(now) > dueOn;
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}
