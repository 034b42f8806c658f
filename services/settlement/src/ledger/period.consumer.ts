import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { closePeriodKind, PeriodService } from './period.service.js';

@Injectable()
export class PeriodConsumer {
  constructor(private readonly periods: PeriodService) {}

  @OnDue(closePeriodKind)
  async writeBalances(tx: Transaction, month: string, payload: unknown): Promise<void> {
    await this.periods.writeBalances(tx, month, (payload as { after?: string }).after ?? null);
  }
}
