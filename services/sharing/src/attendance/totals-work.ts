import { Injectable } from '@nestjs/common';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { OnDue, recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { nextNight, totalsDue, totalsSince } from './totals.model.js';
import { TotalsRepository } from './totals.repository.js';

const totalsPerEvent = 200;

/** Publishes the attendance totals of closed activities each night, one page at a time. */
@Injectable()
export class TotalsWork {
  constructor(private readonly totals: TotalsRepository) {}

  /** @param key `night`, or the last activity published this night */
  @OnDue(totalsDue)
  async publish(tx: Transaction, key: string): Promise<void> {
    const afterId = key === 'night' ? null : key;
    const rows = await this.totals.closedSince(tx, totalsSince(tx.now), afterId, totalsPerEvent);
    const [first] = rows;
    const last = rows.at(-1);
    if (afterId === null) await schedule(tx, { kind: totalsDue, key: 'night', at: nextNight(tx.now) });
    if (first === undefined || last === undefined) return;
    const totals = rows.map(({ closedAt, ...total }) => ({ ...total, closedAt: closedAt.toISOString() }));
    await recordEvent(tx, sharingEvents.attendanceTotalled, first.activityId, { totals });
    if (rows.length === totalsPerEvent)
      await schedule(tx, { kind: totalsDue, key: last.activityId, at: tx.now });
  }
}
