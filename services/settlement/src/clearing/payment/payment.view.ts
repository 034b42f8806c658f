import type {
  PaymentConfirmation,
  PaymentView,
} from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type ActionRule, type Actor, partyKey, shanghaiDate, toWire } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { type BookMandate, mayActOrKeepBooks } from '../../reference/bookkeeping.model.js';
import { namedParty } from '../../reference/named-party.js';
import type { KnownParty } from '../../reference/reference.repository.js';
import type { PayeeAccountRow } from '../payee-account/payee-account.entity.js';
import { accountOf, standingOf } from '../payee-account/payee-account.model.js';
import type { PaymentRow } from './payment.entity.js';
import { remarkOf } from './payment.model.js';

/** The caller, the time and the known parties for views of payments. */
export interface PaymentViewContext {
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly actor: Actor | null;
  readonly now: Date;
  /** The bookkeeping mandates of the sides. */
  readonly mandates: readonly BookMandate[];
  /** Of the payees that are unions, by their keys. */
  readonly accounts: ReadonlyMap<string, PayeeAccountRow>;
}

export function paymentView(row: PaymentRow, context: PaymentViewContext): PaymentView {
  const { id, version, runId: nettingRunId, state, bankReference, receivedReference } = row;
  const { failReason, entryId, dueOn, reminderCount } = row;
  const account = context.accounts.get(row.payee) ?? null;
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
    isOverdue: isOverdue(row, context.now),
    payer: namedParty(row.payer, context.parties),
    payee: namedParty(row.payee, context.parties),
    payeeAccount: accountOf(account),
    ...standingOf(account),
    remark: remarkOf(id),
    mayConfirm: mayConfirm(row, context),
    createdAt: row.createdAt.toISOString(),
    amount: toWire(row.amountFen),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  };
}

/** The keys of the two sides and of the unions behind them, which may differ. */
export function keysOf({ payer, payee, payerUnionId, payeeUnionId }: PaymentRow): string[] {
  return [...new Set([payer, payee, unionKey(payerUnionId), unionKey(payeeUnionId)])];
}

/**
 * The confirmations open to the caller: each needs the finance role of its side, and one person never gives both
 * (E83).
 */
export function mayConfirm(
  row: PaymentRow,
  { parties, actor, mandates }: PaymentViewContext,
): PaymentConfirmation[] {
  const may = (rule: ActionRule, unionId: string): boolean => {
    const path = parties.get(unionKey(unionId))?.unionPath;
    const payable = mandates.filter(({ limitFen }) => limitFen === null || row.amountFen <= limitFen);
    return mayActOrKeepBooks(actor, rule, path === undefined ? [] : [path], payable);
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
