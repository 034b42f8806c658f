import { Injectable } from '@nestjs/common';
import { endOfShanghaiDay, shanghaiDate } from '@gongxiang/domain';
import { yearOf } from '@gongxiang/domain/holidays';
import { schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import type { DisclosureItemRow } from './disclosure.entity.js';
import { disclosedOnOf, nextMomentAt, pastOccasions } from './disclosure.model.js';
import { DisclosureRepository } from './disclosure.repository.js';

/** Due work: what becomes of an item by itself. Its key is the id. */
export const disclosureDue = 'disclosure-occasion';

/** Of one item: more are missing only where nobody has looked for years, and the newest are what can be mended. */
const awaitedMax = 24;

/** Keeps what an item waits for, and the years in which something is missing, with each of its changes. */
@Injectable()
export class DisclosureWaits {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly bulletins: BulletinRepository,
  ) {}

  /** The days that are disclosed, each with the day since when it is. */
  async disclosed(tx: Transaction, itemId: string): Promise<ReadonlyMap<string, string>> {
    const met = await this.disclosures.metOf(tx, [itemId]);
    const records = await this.bulletins.byIds(
      tx,
      met.map(({ bulletinId }) => bulletinId),
    );
    return new Map(
      met.flatMap(({ dueOn, bulletinId }) => {
        const record = records.find(({ id }) => id === bulletinId);
        const disclosedOn = record === undefined ? null : disclosedOnOf(record);
        return disclosedOn === null ? [] : [[dueOn, disclosedOn] as const];
      }),
    );
  }

  /** Says what is missing. The row has to be locked, and is returned as it is stored. */
  async sync(tx: Transaction, row: DisclosureItemRow): Promise<DisclosureItemRow> {
    const disclosed = await this.disclosed(tx, row.id);
    const missing = pastOccasions(row, shanghaiDate(tx.now)).filter(({ on }) => !disclosed.has(on));
    const awaited = row.state === 'ended' ? [] : missing.slice(-awaitedMax);
    await syncAwaits(tx, 'affairs', 'disclosure-item', [
      {
        id: row.id,
        awaits: awaited.map(({ on }) => ({
          kind: 'disclosureMissing',
          why: 'seesToDisclosure',
          slot: on,
          about: { unionId: row.unionId },
          title: row.title,
          dueAt: endOfShanghaiDay(on),
          offices: { roles: ['officer'], unionIds: [row.unionId], isNearest: true },
        })),
      },
    ]);
    const missingYears = [...new Set(missing.map(({ on }) => yearOf(on)))];
    if (String(missingYears) === String(row.missingYears)) return row;
    const after = { ...row, missingYears };
    await this.disclosures.update(tx, after);
    return after;
  }

  /** Plans what becomes due next, after what was up to now. */
  async plan(tx: Transaction, row: DisclosureItemRow): Promise<void> {
    const at = row.state === 'ended' ? null : nextMomentAt(row, tx.now);
    if (at === null) return unschedule(tx, disclosureDue, row.id);
    await schedule(tx, { kind: disclosureDue, key: row.id, at, payload: { after: tx.now.toISOString() } });
  }
}
