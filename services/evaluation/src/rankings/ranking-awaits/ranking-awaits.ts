import { Injectable } from '@nestjs/common';
import { awaitsMax } from '@gongxiang/contracts/notification/awaits';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions as systemsActions } from '../../systems/actions.js';
import { actions } from '../actions.js';
import { RankingAppealRepository } from '../ranking/ranking-appeal.repository.js';
import { rankingAwaitsDue, rankingAwaitsMayChange } from '../ranking/ranking-awaits-due.js';
import { RankingRepository } from '../ranking/ranking.repository.js';
import { awaitsOfRanking } from './ranking-awaits.model.js';

/** One for the ranking itself; of more appeals the earliest, and others as those are decided. */
const appealsAwaited = awaitsMax - 1;

/** Says whom a ranking waits for: to put it on notice, to correct it, to decide on appeals. */
@Injectable()
export class RankingAwaits {
  constructor(
    private readonly rankings: RankingRepository,
    private readonly appeals: RankingAppealRepository,
  ) {}

  @OnDue(rankingAwaitsDue)
  async sync(tx: Transaction, rankingId: string): Promise<void> {
    const ranking = await this.rankings.find(tx, rankingId);
    const last = await this.rankings.lastRevisionOf(tx, rankingId);
    if (ranking === null || last === null) return;
    const awaits = awaitsOfRanking({
      ranking,
      last,
      appeals: await this.appeals.open(tx, rankingId, appealsAwaited),
      evaluators: systemsActions.tendIndicators.roles,
      deciders: actions.decideAppeal.roles,
    });
    await syncAwaits(tx, 'evaluation', 'ranking', [{ id: rankingId, awaits }]);
    // What it revises waits for a revision, or no longer.
    if (ranking.revisionOfId !== null) await rankingAwaitsMayChange(tx, ranking.revisionOfId);
  }
}
