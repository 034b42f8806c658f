import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { DuesLineChanged } from '@gongxiang/contracts/settlement/settlement-events';
import type { DuesLineReason } from '@gongxiang/contracts/words/dues-line';
import { fromWire, readDuesReference, shanghaiDate } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { DuesPresenter } from './dues-presenter.js';
import { DuesReceipts } from './dues-receipts.js';
import type { DuesBankLineRow, DuesPaymentRow } from './dues.entity.js';
import { receiptText, refusalOf } from './dues.model.js';
import { type DuesMember, DuesRepository, type NamedPayment } from './dues.repository.js';

type Line = DuesLineChanged & { readonly reference: string };

/** Books the lines of the bank that settlement says are dues, each once, and answers what could not be booked and why. */
@Injectable()
export class DuesBankLines {
  constructor(
    private readonly dues: DuesRepository,
    private readonly presenter: DuesPresenter,
    private readonly receipts: DuesReceipts,
  ) {}

  /** What was booked for what was said before is taken back first. An older word than the last one says nothing. */
  async changed(tx: Transaction, news: DuesLineChanged): Promise<void> {
    const { lineId, version, reference } = news;
    const before = await this.dues.lockBankLine(tx, lineId);
    if (before.version >= version) return;
    if (before.paymentId !== null) await this.reverse(tx, before.paymentId, news);
    const line = { lineId, version, answer: 0, paymentId: null };
    if (reference === null) return this.dues.updateBankLine(tx, line);
    const booked = await this.book(tx, { ...news, reference });
    if (typeof booked === 'string') return this.answer(tx, line, { reason: booked, receipt: null });
    const answer = { reason: null, receipt: receiptText(booked) };
    return this.answer(tx, { ...line, paymentId: booked.id }, answer);
  }

  /** An officer takes back the receipt of a payment by bank: at settlement, the line is no longer booked. */
  async takeBack(tx: Transaction, { id, bankLineId }: DuesPaymentRow): Promise<void> {
    if (bankLineId === null) return;
    const line = await this.dues.lockBankLine(tx, bankLineId);
    if (line.paymentId !== id) return;
    await this.answer(tx, { ...line, paymentId: null }, { reason: 'takenBack', receipt: null });
  }

  private async book(tx: Transaction, news: Line): Promise<NamedPayment | DuesLineReason> {
    const read = readDuesReference(news.reference);
    const member = read && (await this.dues.lockByNumber(tx, read.number));
    // Of another union's member this one's officers learn nothing.
    if (read === null || member?.unionId !== news.unionId) return 'unknown';
    const amountFen = fromWire(news.amount);
    const reason = refusalOf({
      amountFen,
      paidOn: news.paidOn,
      validTo: member.validTo,
      openFen: await this.presenter.openUntil(tx, member, `${read.year}-12`),
      keepsExcess: news.keepsExcess,
    });
    if (reason !== null) return reason;
    return this.record(tx, news, { member, amountFen, paidOn: news.paidOn, reverses: null });
  }

  private async reverse(tx: Transaction, paymentId: string, news: DuesLineChanged): Promise<void> {
    const payment = await this.dues.findPayment(tx, paymentId);
    const member = payment && (await this.dues.findMember(tx, payment.membershipId));
    if (payment === null || member === null) throw new Error('a line is booked as the payment of a member');
    const { amountFen, id: reverses, note } = payment;
    const today = shanghaiDate(tx.now);
    await this.record(
      tx,
      { ...news, reference: note },
      { member, amountFen: -amountFen, paidOn: today, reverses },
    );
  }

  private async record(
    tx: Transaction,
    { unionId, lineId, reference, changedBy }: DuesLineChanged,
    { paidOn, ...payment }: Booking,
  ): Promise<NamedPayment> {
    const today = shanghaiDate(tx.now);
    const [made] = await this.receipts.record(tx, {
      unionId,
      // A bank may book a transfer of the evening on the next day.
      paidOn: paidOn > today ? today : paidOn,
      recordedBy: changedBy,
      payments: [{ ...payment, note: reference, bankLineId: lineId }],
    });
    if (made === undefined) throw new Error('each payment has one row');
    return made;
  }

  private async answer(
    tx: Transaction,
    before: DuesBankLineRow,
    { reason, receipt }: { readonly reason: DuesLineReason | null; readonly receipt: string | null },
  ): Promise<void> {
    const line = { ...before, answer: before.answer + 1 };
    await this.dues.updateBankLine(tx, line);
    const { lineId, version, answer } = line;
    await recordEvent(tx, membershipEvents.duesLineAnswered, lineId, {
      lineId,
      version,
      answer,
      reason,
      receipt,
    });
  }
}

interface Booking {
  readonly member: DuesMember;
  readonly amountFen: bigint;
  readonly paidOn: string;
  readonly reverses: string | null;
}
