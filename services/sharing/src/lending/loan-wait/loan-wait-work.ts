import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LendingRuleRepository } from '../lending-rule/lending-rule.repository.js';
import { putsSmallFirst } from '../lending-rule/lending-rule.model.js';
import { BookingService } from '../resource/booking.service.js';
import { civilDate, midnightAround } from '../resource/civil-time.model.js';
import { timeFreed } from '../resource/time-freed.js';
import { LoanWaitChanges } from './loan-wait-changes.js';
import { inLine, isPast } from './loan-wait.model.js';
import { LoanWaitOffers } from './loan-wait-offers.js';
import { LoanWaitRepository } from './loan-wait.repository.js';

/** Due work: a new day releases hours and opens further days for requests. Its key names resource and day. */
export const waitDayDue = 'loan-wait-day';
const keySeparator = '/';

/** Due work: serve a waitlist. Its key names the resource and is unique each time. */
export const waitLineDue = 'loan-wait-line';

/** @param key of due work of the kind {@link waitDayDue} or {@link waitLineDue} */
export function waitedResourceId(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}

/** Offers freed time to waiting unions in order, under the lock of the resource: each time once. */
@Injectable()
export class LoanWaitWork {
  constructor(
    private readonly waits: LoanWaitRepository,
    private readonly rules: LendingRuleRepository,
    private readonly booking: BookingService,
    private readonly offers: LoanWaitOffers,
    private readonly changes: LoanWaitChanges,
  ) {}

  /**
   * Time of a resource was freed: schedules its waitlist and those of its whole, its parts and its kits. Each in a
   * transaction of its own, as taking all their locks in one would have no order.
   */
  async callLines(tx: Transaction, freedId: string): Promise<void> {
    for (const id of await this.waits.waitedFor(tx, freedId)) {
      await schedule(tx, { kind: waitLineDue, key: [id, newId()].join(keySeparator), at: tx.now });
    }
  }

  /** Offers free times to the waitlist of one resource. */
  async serve(tx: Transaction, resourceId: string): Promise<void> {
    const locked = await this.booking.lock(tx, resourceId);
    const { resource } = locked;
    const smallFirst = putsSmallFirst(await this.rules.of(tx, resource));
    let left = 0;
    for (const { sizeClass: _size, ...wait } of inLine(await this.waits.line(tx, resourceId), smallFirst)) {
      if (isPast(wait, tx.now)) await this.changes.save(tx, wait, { state: 'expired' });
      else if (!(await this.offers.offer(tx, locked, wait))) left += 1;
    }
    if (left > 0) await this.lookTomorrow(tx, resourceId);
  }

  /** Runs again when the next day begins: it releases hours and opens further days for requests. */
  async lookTomorrow(tx: Transaction, resourceId: string): Promise<void> {
    const at = midnightAround(tx.now, 1);
    await schedule(tx, { kind: waitDayDue, key: [resourceId, civilDate(at)].join(keySeparator), at });
  }

  /** The wait has expired; a time on offer is free again for the next in line. */
  async end(tx: Transaction, waitId: string): Promise<void> {
    const known = await this.waits.findById(tx, waitId);
    if (known === null) return;
    const { resource } = await this.booking.lock(tx, known.resourceId);
    const row = await this.waits.findById(tx, waitId);
    if (row?.state !== 'waiting' && row?.state !== 'offered') return;
    const endsAt = row.state === 'offered' ? row.offerExpiresAt : row.latestDecisionAt;
    if (endsAt !== null && tx.now < endsAt) return;
    if (row.state === 'offered') {
      await this.booking.release(tx, row.id);
      await timeFreed(tx, resource);
    }
    await this.changes.save(tx, row, { state: 'expired' });
  }
}
