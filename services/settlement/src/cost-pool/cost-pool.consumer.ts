import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts';
import { Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { SubsidyDraws } from '../subsidy/subsidy-draw.service.js';
import { PoolNews } from './pool-news.js';

@Injectable()
export class CostPoolConsumer {
  constructor(
    private readonly news: PoolNews,
    private readonly draws: SubsidyDraws,
  ) {}

  @Consumes(settlementEvents.entryReversed)
  async entryReversed(tx: Transaction, reversal: EntryReversed): Promise<void> {
    await this.news.reversed(tx, reversal);
    await this.draws.restore(tx, reversal.sourceId, reversal.reversalId);
  }
}
