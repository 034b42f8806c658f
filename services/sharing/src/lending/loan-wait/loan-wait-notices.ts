import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { LoanWaitRow } from './loan-wait.entity.js';

/** Notifies waiting people of an offer, which is limited in time. */
@Injectable()
export class LoanWaitNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly booking: BookingService,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * The person who joined, and the representatives of their union, as each of them may accept. One notice per offer.
   */
  async offered(tx: Transaction, wait: LoanWaitRow): Promise<void> {
    const { id: waitId, version, resourceId, borrowerUnionId, requestedBy } = wait;
    const people = new Set([requestedBy, ...(await this.references.speakersOf(tx, [borrowerUnionId]))]);
    const title = (await this.booking.find(tx, resourceId))?.title ?? '';
    const startsAt = wait.offeredFrom?.toISOString();
    const expiresAt = wait.offerExpiresAt?.toISOString();
    const values = {
      ...(startsAt === undefined ? {} : { startsAt }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
    const cause = `loan-wait/${waitId}/${version}`;
    const notice = { kind: 'waitOffered', why: 'waitsForTime', cause, about: { waitId }, title } as const;
    await this.writer.write(tx, [{ ...notice, personIds: [...people], values }]);
  }
}
