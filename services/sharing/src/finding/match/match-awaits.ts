import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import { MatchRepository } from '../../lending/need/match.repository.js';
import { needDue } from '../../lending/need/need.due.js';
import { NeedRepository } from '../../lending/need/need.repository.js';
import { awaitsOfMatch } from './match-awaits.model.js';

/** Says whom the offers that were proposed for a need wait for: whoever seeks. */
@Injectable()
export class MatchAwaits {
  constructor(
    private readonly needs: NeedRepository,
    private readonly matches: MatchRepository,
  ) {}

  @OnDue(needDue.awaits)
  async sync(tx: Transaction, needId: string): Promise<void> {
    const need = await this.needs.findById(tx, needId);
    if (need === null) return;
    const matches = await this.matches.proposed(tx, needId);
    await syncAwaits(
      tx,
      'sharing',
      'match',
      matches.map((match) => ({ id: match.id, awaits: awaitsOfMatch(need, match, actions.manageNeed) })),
    );
  }
}
