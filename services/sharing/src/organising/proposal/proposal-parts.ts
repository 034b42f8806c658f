import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { PoolService } from '../../activities/pool/pool.service.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';

const poolName = '公共名额';

/** The parts of a decision on a proposal beside the activity itself. */
@Injectable()
export class ProposalParts {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly pools: PoolService,
    private readonly poolRows: PoolRepository,
    private readonly notices: NoticeWriter,
  ) {}

  /** The union that will organise it, with its current name. @throws DomainError `REFERENCE_PENDING` */
  async unionOf(
    tx: Transaction,
    { unionId }: ActivityRow,
  ): Promise<Pick<ActivityRow, 'organiserId' | 'organiserName'>> {
    const { id: organiserId, name: organiserName } = await this.references.union(tx, unionId);
    return { organiserId, organiserName };
  }

  /** Adds as many seats as the worker suggested, if there are none yet. */
  async addSeats(tx: Transaction, { id, proposal }: ActivityRow): Promise<void> {
    const capacity = proposal?.heads ?? null;
    if (capacity === null || (await this.poolRows.rowsOf(tx, id)).length > 0) return;
    const everybody = { unionId: null, clubId: null, sizeClasses: [], sex: null };
    const open = { opensAt: null, releasesAt: null, offerHours: null, promotionUntil: null };
    await this.pools.addAll(tx, id, [{ name: poolName, capacity, ...everybody, ...open }]);
  }

  /** Notifies the proposer of the decision and its reason. */
  async notifyProposer(tx: Transaction, row: ActivityRow, unionName: string): Promise<void> {
    const { id: activityId, version, proposal } = row;
    if (proposal === null) return;
    const { personId, state, reason } = proposal;
    const kind = state === 'sponsored' ? 'proposalSponsored' : 'proposalDeclined';
    const cause = `proposal/${activityId}/${version}`;
    const values = { partyName: unionName, ...(reason === null ? {} : { reason }) };
    await this.notices.write(tx, [
      { personIds: [personId], about: { activityId }, kind, why: 'proposed', cause, values },
    ]);
  }
}
