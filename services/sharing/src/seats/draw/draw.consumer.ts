import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { entrantsDue, freezeDue, resultsDue } from './draw-changes.js';
import { Entrants } from './entrants.js';
import { FreezingWork } from './freezing-work.js';
import { ResultsWork } from './results-work.js';

/** Due work of draws. */
@Injectable()
export class DrawConsumer {
  constructor(
    private readonly freezing: FreezingWork,
    private readonly results: ResultsWork,
    private readonly entrants: Entrants,
  ) {}

  @OnDue(freezeDue)
  closes(tx: Transaction, drawId: string): Promise<void> {
    return this.freezing.freeze(tx, drawId);
  }

  @OnDue(resultsDue)
  isFrozen(tx: Transaction, drawId: string): Promise<void> {
    return this.results.assignNext(tx, drawId);
  }

  @OnDue(entrantsDue)
  changed(tx: Transaction, drawId: string, payload: unknown): Promise<void> {
    return this.entrants.hint(tx, drawId, (payload as { after?: string }).after ?? null);
  }
}
