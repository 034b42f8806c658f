import { Injectable } from '@nestjs/common';
import { changeNoted, type PersonMerge, type Transaction } from '@gongxiang/persistence';
import { CircleRepository } from './circle.repository.js';
import { CircleWaits } from './circle-waits.js';

/** What becomes of memberships when two records of one person are merged, beside that they move. */
@Injectable()
export class CircleMerges {
  constructor(
    private readonly circles: CircleRepository,
    private readonly waits: CircleWaits,
  ) {}

  /**
   * Of two memberships in one circle that of the record which ends does so as well, so that its person is counted once; also
   * where the other record was removed.
   */
  async endDouble(tx: Transaction, merge: PersonMerge): Promise<void> {
    const ids = await this.circles.sharedBy(tx, merge);
    if (ids.length === 0) return;
    await changeNoted(tx, merge.mergeId, {
      table: 'circle_member',
      where: `t.person_id = $2 AND t.state IN ('member', 'asked') AND EXISTS (
        SELECT FROM circle_member o WHERE o.circle_id = t.circle_id AND o.person_id = $3
          AND o.state IN ('member', 'asked', 'removed'))`,
      parameters: [merge.from, merge.into],
      values: { state: `'left'`, is_moderator: 'false' },
    });
    for (const id of ids) {
      const circle = await this.circles.lock(tx, id);
      if (circle !== null) await this.waits.sync(tx, circle);
    }
  }
}
