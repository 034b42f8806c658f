import { Injectable } from '@nestjs/common';
import {
  type AppealNoShowRequest,
  type DecideNoShowRequest,
  type MyNoShowView,
  noShowContract,
  type NoShowLineView,
} from '@gongxiang/contracts/sharing/activities/no-show.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { noShowAwaitsMayChange } from './no-show-awaits.js';
import { NoShowHints } from './no-show-hints.js';
import { requireAppealable, requireUndecided } from './no-show.model.js';
import { type FoundNoShow, NoShowRepository } from './no-show.repository.js';
import { lineViewOf, ownViewOf } from './no-show.view.js';

/** Appeals against no-shows, and decisions of officers. */
@Injectable()
export class NoShowService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly noShows: NoShowRepository,
    private readonly hints: NoShowHints,
  ) {}

  /** The person gives a reason once. Until it is decided the no-show counts. */
  @Handles(noShowContract.appeal)
  appeal(request: AppealNoShowRequest, call: CallContext): Promise<Outcome<MyNoShowView>> {
    return this.transactions.command(call, noShowContract.appeal, request, async (tx) => {
      const { before, activity } = await this.lock(tx, request.noShowId);
      tx.authorise(actions.appealNoShow, { personId: before.personId });
      requireAppealable(before.state);
      await this.noShows.review(tx, before, { appealText: request.text, appealedAt: tx.now });
      return ownViewOf(await this.changed(tx, before, activity));
    });
  }

  /** Excuses the person or upholds the record, with a reason that they can read; with an appeal or without. */
  @Handles(noShowContract.decide)
  decide(request: DecideNoShowRequest, call: CallContext): Promise<Outcome<NoShowLineView>> {
    return this.transactions.command(call, noShowContract.decide, request, async (tx) => {
      const { before, activity } = await this.lock(tx, request.noShowId);
      const visible = before.personId === tx.personId;
      tx.authorise(actions.decideNoShow, { paths: [activity.unionPath], visible });
      // Nobody decides on themselves, whatever their roles.
      if (visible) throw new DomainError('NOT_PERMITTED');
      requireVersion(tx, before.version);
      requireUndecided(before.state);
      await this.noShows.review(tx, before, {
        excused: request.excused,
        decisionReason: request.reason,
        decidedBy: tx.personId,
        decidedAt: tx.now,
      });
      return lineViewOf(await this.changed(tx, before, activity));
    });
  }

  /** Read again under the lock of its activity: somebody may have decided since. */
  private async lock(
    tx: Transaction,
    noShowId: string,
  ): Promise<{ before: FoundNoShow; activity: ActivityRow }> {
    tx.authorise(actions.seeOwnNoShows, {});
    const seen = await this.noShows.findById(tx, noShowId);
    if (seen === null) throw new DomainError('NOT_FOUND');
    const activity = await this.activities.lock(tx, seen.activityId);
    const before = await this.noShows.findById(tx, noShowId);
    if (before === null) throw new DomainError('NOT_FOUND');
    return { before, activity };
  }

  /** The audit records that people wrote, and the decision, but not their text. */
  private async changed(tx: Transaction, before: FoundNoShow, activity: ActivityRow): Promise<FoundNoShow> {
    const after = await this.noShows.findById(tx, before.id);
    if (after === null) throw new DomainError('NOT_FOUND');
    const { id, activityId, personId } = before;
    const known = { activityId, personId };
    tx.audit({
      noun: 'noShow',
      id,
      before: { ...known, state: before.state },
      after: { ...known, state: after.state },
    });
    await noShowAwaitsMayChange(tx, [id]);
    await this.hints.send(tx, after, activity);
    return after;
  }
}
