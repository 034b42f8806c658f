import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { ActivityRow } from './activity.entity.js';

/** Due work: participants are hinted at a changed activity. There may be very many, so no request waits for it. */
export const participantsDue = 'activity-participants';

/** Hints at an activity to the open pages of its organisers and participants. */
@Injectable()
export class ActivityHints {
  constructor(private readonly hints: RoleHints) {}

  async send(tx: Transaction, row: ActivityRow): Promise<void> {
    const { id, version, proposal, partyUnionIds: unionIds } = row;
    const personIds = proposal === null ? [] : [proposal.personId];
    await this.hints.send(
      tx,
      { resource: 'activity', id, version },
      { rule: actions.seeDraft, unionIds, personIds },
    );
    if (row.publishedAt !== null) await schedule(tx, { kind: participantsDue, key: id, at: tx.now });
  }
}
