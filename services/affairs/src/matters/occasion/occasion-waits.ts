import { Injectable } from '@nestjs/common';
import { syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { OccasionRepository } from './occasion.repository.js';

/** Officers of one union who are looked through for the only teller. */
const officersMax = 200;

/**
 * Says what waits for the officers of a union: one thing for all that its members have told, in which nobody and nothing is named. Days of
 * records wait for nobody.
 */
@Injectable()
export class OccasionWaits {
  constructor(
    private readonly occasions: OccasionRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** After the rows are written: it waits for whoever says something of one of these unions, and nothing else is locked after it. */
  async sync(tx: Transaction, unionIds: readonly (string | null)[]): Promise<void> {
    const ids = [...new Set(unionIds.filter((id) => id !== null))].sort();
    for (const id of ids) {
      await this.occasions.lockTold(tx, id);
      await this.syncOne(tx, id);
    }
  }

  /**
   * After something was told. The union of the copy that moves what was told counts.
   * @param toldTo the union of the other copy, where the first has nothing yet
   */
  async told(tx: Transaction, personId: string, toldTo: string | null): Promise<void> {
    await this.sync(tx, [toldTo, ...(await this.occasions.followMembers(tx, [personId]))]);
  }

  /** What people have told follows them to their unions. */
  async followMembers(tx: Transaction, personIds: readonly string[]): Promise<void> {
    await this.sync(tx, await this.occasions.followMembers(tx, personIds));
  }

  /** Before somebody is erased: nobody is to be visited for what is not there any more. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await this.sync(tx, await this.occasions.removeWaiting(tx, personId));
  }

  private async syncOne(tx: Transaction, unionId: string): Promise<void> {
    const tellers = await this.occasions.waitingTellers(tx, unionId, 2);
    if (tellers.length === 0)
      return syncAwaits(tx, 'affairs', 'told-occasions', [{ id: unionId, awaits: [] }]);
    const exceptIds = await this.exceptIds(tx, unionId, tellers);
    const awaits = [
      {
        kind: 'occasionTold',
        why: 'visitsMembers',
        about: { unionId },
        // Those above have nobody there to visit, and do not see whom.
        offices: { roles: ['officer'], unionIds: [unionId], isNearest: false, exceptIds },
      },
    ] as const;
    await syncAwaits(tx, 'affairs', 'told-occasions', [{ id: unionId, awaits }]);
  }

  /** Nobody arranges their own visit. Only an officer is named: of others it would say who has told something. */
  private async exceptIds(tx: Transaction, unionId: string, tellers: readonly string[]): Promise<string[]> {
    const [only, another] = tellers;
    if (only === undefined || another !== undefined) return [];
    const officers = await this.references.holders(tx, unionId, ['officer'], officersMax);
    return officers.some(({ personId }) => personId === only) ? [only] : [];
  }
}
