import { Injectable } from '@nestjs/common';
import { type Await, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { CircleRow } from './circle.entity.js';
import { CircleRepository } from './circle.repository.js';

/** Says what waits for the moderators of a circle: one thing for all requests, one for all reports, and one for all appeals. */
@Injectable()
export class CircleWaits {
  constructor(private readonly circles: CircleRepository) {}

  /** Its row has to be locked. */
  async sync(tx: Transaction, circle: CircleRow): Promise<void> {
    await syncAwaits(tx, 'affairs', 'circle', [{ id: circle.id, awaits: await this.awaitsOf(tx, circle) }]);
  }

  /** Before somebody is erased: nobody is to decide on a request or an appeal that is not there any more. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    const asked = await this.circles.removeRequests(tx, personId);
    const appealed = await this.circles.withdrawAppealed(tx, personId);
    for (const id of [...new Set([...asked, ...appealed])].sort()) {
      const circle = await this.circles.lock(tx, id);
      if (circle !== null) await this.sync(tx, circle);
    }
  }

  private async awaitsOf(tx: Transaction, { id, state, name, unionId }: CircleRow): Promise<Await[]> {
    const { requests, reports, appeals, moderatorIds, ...ids } = await this.circles.waiting(tx, id);
    const awaitOf = (
      kind: 'circleRequest' | 'circleReported' | 'circlePostAppealed',
      exceptIds: readonly string[],
    ): Await => ({
      kind,
      why: 'moderatesCircle',
      about: { circleId: id },
      title: name,
      personIds: moderatorIds.filter((moderator) => !exceptIds.includes(moderator)),
      offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds },
    });
    return [
      ...(requests > 0 && state === 'open' ? [awaitOf('circleRequest', [])] : []),
      ...(reports > 0 ? [awaitOf('circleReported', onlyOf(ids.reportedIds))] : []),
      ...(appeals > 0
        ? [awaitOf('circlePostAppealed', [...onlyOf(ids.appellantIds), ...onlyOf(ids.hiderIds)])]
        : []),
    ];
  }
}

/** Nobody decides on their own, nor on an appeal against themselves: who could decide on none of it is not asked. */
function onlyOf(ids: readonly string[]): readonly string[] {
  return ids.length === 1 ? ids : [];
}
