import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { ActivityRow } from './activity.entity.js';

/** Due work: those who take part in an activity are hinted at it. They may be very many, so no request waits for it. */
export const participantsDue = 'activity-participants';

/** Hints at an activity to the pages of those who prepare it, and of those who take part in it. */
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
