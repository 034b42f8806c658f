import { Injectable } from '@nestjs/common';
import { daysAfter, DomainError, shanghaiDate, shanghaiMidnight } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { MemberRefusalRepository } from './member-refusal.repository.js';

/** More than an officer who mistypes needs in a day, less than somebody needs to look up colleagues one by one. */
const perDayMax = 30;
/** The limit for rows of rosters: whole workforces change employers, and a roster is checked before it is loaded. */
const rosterPerDayMax = 1_000;

/**
 * Counts, per officer and day, the numbers that were refused because they belong to somebody on record: each refusal
 * reveals that much, and an officer with a list of numbers could look up anybody.
 */
@Injectable()
export class MemberRefusals {
  constructor(private readonly refusals: MemberRefusalRepository) {}

  /** @throws DomainError `MEMBER_REFUSALS_TOO_MANY` until the next day in China */
  async requireBelowLimit(tx: Transaction): Promise<void> {
    const refused = await this.refusals.find(tx, tx.personId, shanghaiDate(tx.now));
    if (refused >= perDayMax) throw tooMany(tx.now);
  }

  /** Concurrent requests are counted one after the other. @throws DomainError `MEMBER_REFUSALS_TOO_MANY` */
  async count(tx: Transaction): Promise<void> {
    const day = shanghaiDate(tx.now);
    const refused = await this.refusals.add(tx, tx.personId, day);
    if (refused > perDayMax) throw tooMany(tx.now);
    // Recorded for auditors: nobody mistypes so often.
    if (refused === perDayMax)
      tx.audit({ noun: 'person', id: tx.personId, after: { numbersRefused: refused, day } });
  }

  /**
   * Like {@link count} for the rows of a roster, hundreds at a time.
   * @param personId the importing officer
   * @throws DomainError `MEMBER_REFUSALS_TOO_MANY`: the import ends there, and its rows reveal nothing
   */
  async countRows(tx: Transaction, personId: string, count: number): Promise<void> {
    if (count === 0) return;
    const refused = await this.refusals.addRows(tx, personId, { day: shanghaiDate(tx.now), count });
    if (refused > rosterPerDayMax) throw tooMany(tx.now, rosterPerDayMax);
  }
}

function tooMany(now: Date, max = perDayMax): DomainError {
  const midnight = shanghaiMidnight(daysAfter(shanghaiDate(now), 1));
  const retryAfterSeconds = Math.ceil((midnight.getTime() - now.getTime()) / 1_000);
  return new DomainError('MEMBER_REFUSALS_TOO_MANY', { retryAfterSeconds, params: { max } });
}
