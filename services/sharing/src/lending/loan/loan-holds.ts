import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Period } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { timeFreed } from '../resource/time-freed.js';
import type { LoanHoldRow } from './loan-hold.entity.js';
import { LoanHoldRepository } from './loan-hold.repository.js';

/** Due work: a hold is over. Its key is the id of the hold. */
export const holdExpiryDue = 'loan-hold-expiry';
const tokenBytes = 32;

export function newHoldToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

export function hashOfHoldToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Keeps and gives up times that are held. Its callers hold the lock of the resource. */
@Injectable()
export class LoanHolds {
  constructor(
    private readonly holds: LoanHoldRepository,
    private readonly booking: BookingService,
  ) {}

  /** The hold that a person has of a resource, whether or not its time is up. */
  ofPerson(tx: Transaction, resourceId: string): Promise<LoanHoldRow | null> {
    return this.holds.findOf(tx, resourceId, tx.personId);
  }

  async add(tx: Transaction, row: LoanHoldRow): Promise<void> {
    await this.holds.insert(tx, row);
    await schedule(tx, { kind: holdExpiryDue, key: row.id, at: row.expiresAt });
  }

  /**
   * Uses up the hold in whose place a loan comes, in the same transaction: nobody slips in between (E49). A shorter loan
   * within the time that was held may take its place too.
   * @throws DomainError `HOLD_MISSING` where it is over, used, or another person's; `HOLD_OF_OTHER_TIME`
   */
  async use(
    tx: Transaction,
    resource: ResourceRow,
    { token, period }: { readonly token: string; readonly period: Period },
  ): Promise<void> {
    const hold = await this.ofPerson(tx, resource.id);
    if (hold === null || hold.expiresAt <= tx.now || !isToken(token, hold)) {
      throw new DomainError('HOLD_MISSING', { pointer: '/holdToken' });
    }
    if (period.start < hold.startsAt || hold.endsAt < period.end) {
      throw new DomainError('HOLD_OF_OTHER_TIME', { pointer: '/holdToken' });
    }
    await this.release(tx, hold);
  }

  /** Gives the time of a hold up, and forgets the hold. */
  async release(tx: Transaction, hold: LoanHoldRow): Promise<void> {
    await this.booking.release(tx, hold.id);
    await this.holds.remove(tx, hold.id);
    await unschedule(tx, holdExpiryDue, hold.id);
  }

  /** Its time is up: what it held is free for all. One that was used or given up is not there any more. */
  async expire(tx: Transaction, holdId: string): Promise<void> {
    const known = await this.holds.findById(tx, holdId);
    if (known === null) return;
    const { resource } = await this.booking.lock(tx, known.resourceId);
    const hold = await this.holds.findById(tx, holdId);
    if (hold === null) return;
    await this.release(tx, hold);
    await timeFreed(tx, resource);
  }
}

function isToken(token: string, { tokenHash }: LoanHoldRow): boolean {
  return timingSafeEqual(Buffer.from(hashOfHoldToken(token)), Buffer.from(tokenHash));
}
