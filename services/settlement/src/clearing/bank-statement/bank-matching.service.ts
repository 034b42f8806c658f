import { Injectable } from '@nestjs/common';
import type {
  BankLineDuesView,
  BankLineView,
  BankSuggestionView,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { findDuesReference, shanghaiDate, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PaymentActs } from '../payment/payment-acts.service.js';
import type { PaymentRow } from '../payment/payment.entity.js';
import { mayConfirm, type PaymentViewContext } from '../payment/payment.view.js';
import { namedParty, nameOf } from '../../reference/named-party.js';
import type { BankLineDuesRow, BankLineRow } from './bank-statement.entity.js';
import { BankStatementRepository } from './bank-statement.repository.js';
import { matchOf, reasonText } from './match.model.js';

const suggestionsMax = 5;

/** Suggests open payments for bank lines; a person decides. */
@Injectable()
export class BankMatching {
  constructor(
    private readonly statements: BankStatementRepository,
    private readonly payments: PaymentActs,
  ) {}

  /**
   * The lines with their suggestions, best first, in four queries for any number of lines.
   * @param lines of one statement
   */
  async views(tx: Transaction, unionId: string, lines: readonly BankLineRow[]): Promise<BankLineView[]> {
    const [first] = lines;
    if (first === undefined) return [];
    const numbers = lines.map(({ number }) => number);
    const dues = await this.statements.duesOf(tx, first.statementId, numbers);
    const isOpen = ({ paymentId, number }: BankLineRow): boolean => paymentId === null && !dues.has(number);
    const open = lines.filter(isOpen);
    const amounts = [...new Set(open.map(({ amountFen }) => amountFen))];
    const payments = await this.statements.openPayments(tx, unionId, amounts);
    const context = await this.payments.viewContext(tx, payments);
    return lines.map((line) => ({
      ...lineView(line),
      suggestions: isOpen(line) ? suggestionsFor(tx, { line, unionId, payments }, context) : [],
      duesReference: isOpen(line) && line.direction === 'in' ? findDuesReference(line.summary) : null,
      dues: duesView(dues.get(line.number)),
    }));
  }
}

interface LineAmong {
  readonly line: BankLineRow;
  readonly unionId: string;
  readonly payments: readonly PaymentRow[];
}

function suggestionsFor(
  tx: Transaction,
  { line, unionId, payments }: LineAmong,
  context: PaymentViewContext,
): BankSuggestionView[] {
  const confirms = line.direction === 'out' ? 'sent' : 'received';
  const found = payments.flatMap((payment) => {
    const isSide =
      confirms === 'sent'
        ? payment.payerUnionId === unionId && payment.sentAt === null
        : payment.payeeUnionId === unionId && payment.receivedAt === null;
    const other = confirms === 'sent' ? payment.payee : payment.payer;
    const match = isSide
      ? matchOf(line, {
          confirms,
          amountFen: payment.amountFen,
          counterparty: nameOf(other, context.parties),
          since: shanghaiDate(payment.createdAt),
          reference: confirms === 'sent' ? payment.receivedReference : payment.bankReference,
        })
      : null;
    return match === null ? [] : [{ payment, other, match }];
  });
  return found
    .sort((one, two) => two.match.score - one.match.score || (one.payment.id < two.payment.id ? -1 : 1))
    .slice(0, suggestionsMax)
    .map(({ payment, other, match }) => ({
      paymentId: payment.id,
      confirms,
      dueOn: payment.dueOn,
      score: match.score,
      counterparty: namedParty(other, context.parties),
      reasons: match.reasons.map((one) => reasonText(one, tx.call.locale)),
      mayConfirm: mayConfirm(payment, context).includes(confirms),
    }));
}

function duesView(row: BankLineDuesRow | undefined): BankLineDuesView | null {
  if (row === undefined) return null;
  const { reference, state, reason, receipt, refundReference, changedAt } = row;
  return { reference, state, reason, receipt, refundReference, changedAt: changedAt.toISOString() };
}

function lineView(row: BankLineRow): Omit<BankLineView, 'suggestions' | 'duesReference' | 'dues'> {
  const { number, bookedOn, direction, counterparty, summary, serial, paymentId } = row;
  return {
    number,
    bookedOn,
    direction,
    counterparty,
    summary,
    serial,
    paymentId,
    amount: toWire(row.amountFen),
    usedAt: row.usedAt?.toISOString() ?? null,
  };
}
