import { Injectable } from '@nestjs/common';
import { Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { entrantsDue } from './draw-changes.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { DrawRepository } from './draw.repository.js';

/** People hinted at per step. */
const hintedPerStep = 1_000;

/** Hints at a draw to all who have entered when it is closed, drawn or cancelled. */
@Injectable()
export class Entrants {
  constructor(
    private readonly draws: DrawRepository,
    private readonly entries: DrawEntryRepository,
    private readonly push: Push,
  ) {}

  /**
   * One step; it schedules the next if more people may follow. A change in the meantime starts again with the first.
   */
  async hint(tx: Transaction, drawId: string, after: string | null): Promise<void> {
    const draw = await this.draws.findById(tx, drawId);
    if (draw === null) return;
    const personIds = await this.entries.personsAfter(tx, drawId, after, hintedPerStep);
    this.push.hint(tx, personIds, { resource: 'draw', id: draw.id, version: draw.version });
    if (personIds.length < hintedPerStep) return;
    const payload = { after: personIds.at(-1) };
    await schedule(tx, { kind: entrantsDue, key: drawId, at: tx.now, payload });
  }
}
