import { Injectable } from '@nestjs/common';
import type { MatchState } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { MatchStep } from './match.model.js';
import { MatchNotices } from './match-notices.js';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import { NeedChanges } from '../../lending/need/need-changes.js';
import { matchAwaitsMayChange } from '../../lending/need/need.due.js';
import type { NeedRow } from '../../lending/need/need.entity.js';

/** Publishes the steps of a match to its other side, and closes its need. */
@Injectable()
export class MatchEvents {
  constructor(
    private readonly notices: MatchNotices,
    private readonly changes: NeedChanges,
  ) {}

  /** Declining a suggestion concerns nobody else: its owner has not proposed it. */
  async publish(
    tx: Transaction,
    need: NeedRow,
    { match, step, before }: { match: TitledMatch; step: MatchStep; before: MatchState },
  ): Promise<void> {
    if (step === 'propose' || before === 'proposed') await matchAwaitsMayChange(tx, need.id);
    if (before === 'proposed' || step === 'accept') await this.notices.answered(tx, need, match);
  }

  /** The need is answered: matching ends. */
  async answered(tx: Transaction, need: NeedRow): Promise<void> {
    await this.changes.save(tx, need, { ...need, state: 'answered', version: need.version + 1 });
  }
}
