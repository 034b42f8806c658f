import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { RoleHints } from '../reference/role-hints.js';
import type { ActivityRow } from './activity.entity.js';

/** Finds the people who take part in an activity. */
export type FindsParticipants = (tx: Transaction, activityId: string) => Promise<readonly string[]>;

/** Hints at an activity to the pages of those who prepare it, and of those who take part in it. */
@Injectable()
export class ActivityHints {
  private participants: FindsParticipants = () => Promise.resolve([]);

  constructor(private readonly hints: RoleHints) {}

  /** Who takes part is known to a feature that rests on this one, so it says at the start how they are found. */
  findParticipantsBy(find: FindsParticipants): void {
    this.participants = find;
  }

  async send(tx: Transaction, row: ActivityRow): Promise<void> {
    const { id, version, organiserKind, organiserId, partyUnionIds: unionIds } = row;
    const own = organiserKind === 'person' ? [organiserId] : [];
    const personIds = [...own, ...(await this.participants(tx, id))];
    await this.hints.send(
      tx,
      { resource: 'activity', id, version },
      { rule: actions.seeDraft, unionIds, personIds },
    );
  }
}
