import { Injectable } from '@nestjs/common';
import { type Await, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { CircleRow } from './circle.entity.js';
import { CircleRepository } from './circle.repository.js';

/** Says what waits for the moderators of a circle: one thing for all requests, and one for all reports. */
@Injectable()
export class CircleWaits {
  constructor(private readonly circles: CircleRepository) {}

  /** Its row has to be locked. */
  async sync(tx: Transaction, circle: CircleRow): Promise<void> {
    await syncAwaits(tx, 'affairs', 'circle', [{ id: circle.id, awaits: await this.awaitsOf(tx, circle) }]);
  }

  /** Before somebody is erased: nobody is to decide on a request that is not there any more. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    const ids = await this.circles.removeRequests(tx, personId);
    for (const id of [...ids].sort()) {
      const circle = await this.circles.lock(tx, id);
      if (circle !== null) await this.sync(tx, circle);
    }
  }

  private async awaitsOf(tx: Transaction, { id, state, name, unionId }: CircleRow): Promise<Await[]> {
    const { requests, reports, moderatorIds, reportedIds } = await this.circles.waiting(tx, id);
    // Nobody decides on their own: whose posts are the only ones that were reported is not asked.
    const [onlyAuthor] = reportedIds.length === 1 ? reportedIds : [];
    const awaitOf = (kind: 'circleRequest' | 'circleReported', exceptIds: readonly string[]): Await => ({
      kind,
      why: 'moderatesCircle',
      about: { circleId: id },
      title: name,
      personIds: moderatorIds.filter((moderator) => !exceptIds.includes(moderator)),
      offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds },
    });
    return [
      ...(requests > 0 && state === 'open' ? [awaitOf('circleRequest', [])] : []),
      ...(reports > 0 ? [awaitOf('circleReported', onlyAuthor === undefined ? [] : [onlyAuthor])] : []),
    ];
  }
}
