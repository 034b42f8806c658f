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

/** Due work: a hold expires. Its key is the id of the hold. */
export const holdExpiryDue = 'loan-hold-expiry';
const tokenBytes = 32;

export function newHoldToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

export function hashOfHoldToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Creates, uses and releases holds. Callers hold the lock of the resource. */
@Injectable()
export class LoanHolds {
  constructor(
    private readonly holds: LoanHoldRepository,
    private readonly booking: BookingService,
  ) {}

  /** A person's hold of a resource, whether or not it has expired. */
  ofPerson(tx: Transaction, resourceId: string): Promise<LoanHoldRow | null> {
    return this.holds.findOf(tx, resourceId, tx.personId);
  }

  async add(tx: Transaction, row: LoanHoldRow): Promise<void> {
    await this.holds.insert(tx, row);
    await schedule(tx, { kind: holdExpiryDue, key: row.id, at: row.expiresAt });
  }

  /**
   * Replaces the hold by a loan in the same transaction: nobody slips in between (E49). A shorter loan within the
   * held time may replace it too.
   * @throws DomainError `HOLD_MISSING` if it is over, used, or another person's; `HOLD_OF_OTHER_TIME`
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

  /** Releases the time of a hold and deletes the hold. */
  async release(tx: Transaction, hold: LoanHoldRow): Promise<void> {
    await this.booking.release(tx, hold.id);
    await this.holds.remove(tx, hold.id);
    await unschedule(tx, holdExpiryDue, hold.id);
  }

  /** The hold has expired: its time is free. A used or released one no longer exists. */
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
