import { Injectable } from '@nestjs/common';
import { type AttendanceTotal, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { OnDue, recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { nextNight, totalsDue, totalsSince } from './totals.model.js';

const totalsPerEvent = 200;

/** Publishes the attendance totals of closed activities each night, one page at a time. */
@Injectable()
export class TotalsWork {
  /** @param key `night`, or the last activity published this night */
  @OnDue(totalsDue)
  async publish(tx: Transaction, key: string): Promise<void> {
    const afterId = key === 'night' ? null : key;
    const rows = await this.page(tx, afterId);
    const [first] = rows;
    const last = rows.at(-1);
    if (afterId === null) await schedule(tx, { kind: totalsDue, key: 'night', at: nextNight(tx.now) });
    if (first === undefined || last === undefined) return;
    const totals = rows.map(({ closedAt, ...total }) => ({ ...total, closedAt: closedAt.toISOString() }));
    await recordEvent(tx, sharingEvents.attendanceTotalled, first.activityId, { totals });
    if (rows.length === totalsPerEvent)
      await schedule(tx, { kind: totalsDue, key: last.activityId, at: tx.now });
  }

  private page(
    tx: Transaction,
    afterId: string | null,
  ): Promise<(Omit<AttendanceTotal, 'closedAt'> & { closedAt: Date })[]> {
    return tx.sql.query(
      `SELECT id AS "activityId", version, fact_count AS "factCount", facts_hash AS "factsHash",
              closed_at AS "closedAt"
       FROM activity WHERE state = 'closed' AND facts_hash IS NOT NULL AND closed_at > $1
         AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT ${totalsPerEvent}`,
      [totalsSince(tx.now), afterId],
    );
  }
}
