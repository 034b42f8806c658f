import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/sharing/reference/notice.contract';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { NoticeDetails } from '../../reference/notice/notice.model.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { LoanRow } from './loan.entity.js';

/** Something that one side of a loan is told, once for each cause. */
export interface LoanTold {
  readonly kind: NoticeKind;
  /** What it is told for, within the loan. */
  readonly cause: string;
  readonly details?: NoticeDetails;
  /** Who did it himself, and knows. */
  readonly except?: string;
}

/** What people are told of a loan: who keeps the thing, and who borrowed it. */
@Injectable()
export class LoanNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly booking: BookingService,
    private readonly writer: NoticeWriter,
  ) {}

  /** The person whose own it is; else who speaks for the union that lends. */
  async tellOwner(tx: Transaction, loan: LoanRow, told: LoanTold): Promise<void> {
    const resource = await this.booking.find(tx, loan.resourceId);
    const people =
      resource?.ownerKind === 'person'
        ? [resource.ownerId]
        : await this.references.speakersOf(tx, [loan.ownerUnionId]);
    await this.tell(tx, loan, { told, why: 'lends', people });
  }

  /** The person who asked; where he has left, who speaks for his union. */
  async tellBorrower(tx: Transaction, loan: LoanRow, told: LoanTold): Promise<void> {
    const people = loan.requesterLeft
      ? await this.references.speakersOf(tx, [loan.borrowerUnionId])
      : [loan.requestedBy];
    await this.tell(tx, loan, { told, why: 'borrows', people });
  }

  /** Where it is about money, who answers for it at the borrower's union hears of it as well. */
  async tellPayer(tx: Transaction, loan: LoanRow, told: LoanTold): Promise<void> {
    await this.tellBorrower(tx, loan, told);
    const people = await this.references.nearestHoldersOf(tx, actions.answerDamage, loan.borrowerUnionId);
    await this.tell(tx, loan, { told, why: 'borrows', people });
  }

  /** The officers of the nearest union above both. */
  async tellDeciders(tx: Transaction, loan: LoanRow, unionId: string, told: LoanTold): Promise<void> {
    const people = await this.references.nearestHoldersOf(tx, actions.decideDamage, unionId);
    await this.tell(tx, loan, { told, why: 'decidesDamage', people });
  }

  private async tell(
    tx: Transaction,
    loan: LoanRow,
    to: { told: LoanTold; why: 'lends' | 'borrows' | 'decidesDamage'; people: readonly string[] },
  ): Promise<void> {
    const { kind, cause, details = {}, except } = to.told;
    const resourceTitle = (await this.booking.find(tx, loan.resourceId))?.title ?? '';
    const about = { activityId: null, loanId: loan.id, kind, why: to.why, cause: `loan/${loan.id}/${cause}` };
    await this.writer.write(
      tx,
      to.people
        .filter((personId) => personId !== except)
        .map((personId) => ({ ...about, personId, details: { resourceTitle, ...details } })),
    );
  }
}
