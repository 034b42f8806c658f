import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts';
import { Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { SubsidyDraws } from '../subsidy/subsidy-draw.service.js';

@Injectable()
export class CostPoolConsumer {
  constructor(private readonly draws: SubsidyDraws) {}

  @Consumes(settlementEvents.entryReversed)
  async entryReversed(tx: Transaction, reversal: EntryReversed): Promise<void> {
    await this.draws.restore(tx, reversal.sourceId, reversal.reversalId);
  }
}
