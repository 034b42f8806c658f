import { Injectable } from '@nestjs/common';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { DuesPaymentRow } from './dues.entity.js';
import { type DuesMember, DuesRepository, type NamedPayment } from './dues.repository.js';

export interface PaymentToRecord {
  readonly member: DuesMember;
  readonly amountFen: bigint;
  readonly note: string | null;
  readonly reverses: string | null;
  readonly bankLineId: string | null;
}

interface PaymentsToRecord {
  readonly unionId: string;
  readonly paidOn: string;
  readonly recordedBy: string;
  readonly payments: readonly PaymentToRecord[];
}

/** Records payments, each with the number of its receipt. */
@Injectable()
export class DuesReceipts {
  constructor(private readonly dues: DuesRepository) {}

  /** The receipts of one request have consecutive numbers, in its order. @throws DomainError `DUES_PAID_AHEAD` */
  async record(
    tx: Transaction,
    { unionId, paidOn, recordedBy, payments }: PaymentsToRecord,
  ): Promise<NamedPayment[]> {
    const today = shanghaiDate(tx.now);
    if (paidOn > today) throw new DomainError('DUES_PAID_AHEAD', { pointer: '/paidOn' });
    // Receipts are issued today: a late entry gets no number of a year that is over.
    const year = Number(today.slice(0, 4));
    const first = await this.dues.takeReceipts(tx, { unionId, year, count: payments.length });
    const made = payments.map(({ member, amountFen, note, reverses, bankLineId }, index): NamedPayment => ({
      id: newId(),
      unionId,
      membershipId: member.id,
      amountFen,
      paidOn,
      receiptYear: year,
      receiptNumber: first + index,
      note,
      reverses,
      bankLineId,
      recordedBy,
      recordedAt: tx.now,
      personId: member.personId,
      maskedName: member.maskedName,
    }));
    await this.dues.insertPayments(tx, made.map(rowOf));
    for (const { id, membershipId, amountFen, receiptYear, receiptNumber, reverses } of made)
      tx.audit({
        noun: 'duesPayment',
        id,
        before: null,
        after: {
          unionId,
          membershipId,
          amountFen: amountFen.toString(),
          paidOn,
          receiptYear,
          receiptNumber,
          reverses,
        },
      });
    return made;
  }
}

function rowOf({ personId: _personId, maskedName: _maskedName, ...row }: NamedPayment): DuesPaymentRow {
  return row;
}
