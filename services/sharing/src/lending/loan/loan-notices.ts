import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { NoticeValues } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { toldTitle } from '../../reference/whom.model.js';
import { BookingService } from '../resource/booking.service.js';
import type { LoanRow } from './loan.entity.js';

/** A notice to one side of a loan, sent once per cause. */
interface LoanNoticeContent {
  readonly kind: NoticeKind;
  /** The cause within the loan. */
  readonly cause: string;
  readonly values?: NoticeValues;
  /** The person who did it, who is not notified. */
  readonly except?: string;
}

/** Notices of a loan to its owner and its borrower. */
@Injectable()
export class LoanNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly booking: BookingService,
    private readonly writer: NoticeWriter,
  ) {}

  /** The personal owner, or the representatives of the lending union. */
  async notifyOwner(tx: Transaction, loan: LoanRow, content: LoanNoticeContent): Promise<void> {
    const resource = await this.booking.find(tx, loan.resourceId);
    const people =
      resource?.ownerKind === 'person'
        ? [resource.ownerId]
        : await this.references.speakersOf(tx, [loan.ownerUnionId]);
    await this.notify(tx, loan, { content, why: 'lends', people });
  }

  /** The person who requested it; if they have left, the representatives of their union. */
  async notifyBorrower(tx: Transaction, loan: LoanRow, content: LoanNoticeContent): Promise<void> {
    const people = loan.requesterLeft
      ? await this.references.speakersOf(tx, [loan.borrowerUnionId])
      : [loan.requestedBy];
    await this.notify(tx, loan, { content, why: 'borrows', people });
  }

  /** For money matters, the responsible people at the borrower's union are notified as well. */
  async notifyPayer(tx: Transaction, loan: LoanRow, content: LoanNoticeContent): Promise<void> {
    await this.notifyBorrower(tx, loan, content);
    const people = await this.references.nearestHoldersOf(tx, actions.answerDamage, loan.borrowerUnionId);
    await this.notify(tx, loan, { content, why: 'borrows', people });
  }

  private async notify(
    tx: Transaction,
    loan: LoanRow,
    to: { content: LoanNoticeContent; why: 'lends' | 'borrows'; people: readonly string[] },
  ): Promise<void> {
    const { kind, cause, values = {}, except } = to.content;
    const resource = await this.booking.find(tx, loan.resourceId);
    const title = resource && toldTitle(resource.ownerKind, resource.title);
    const personIds = to.people.filter((personId) => personId !== except);
    const about = { loanId: loan.id };
    await this.writer.write(tx, [
      { personIds, about, title, kind, why: to.why, cause: `loan/${loan.id}/${cause}`, values },
    ]);
  }
}
