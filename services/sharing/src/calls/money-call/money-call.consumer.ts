import { Injectable } from '@nestjs/common';
import type { MoneyCall } from '@gongxiang/contracts/settlement/money-call';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { moneyCallDue, MoneyCallWork } from './money-call-work.js';

@Consumer('money-call-consumer')
@Injectable()
export class MoneyCallConsumer {
  constructor(private readonly work: MoneyCallWork) {}

  @Consumes(settlementEvents.moneyCallMade)
  called(tx: Transaction, call: MoneyCall): Promise<void> {
    return this.work.plan(tx, call);
  }

  @OnDue(moneyCallDue)
  isDue(tx: Transaction, _key: string, call: unknown): Promise<void> {
    return this.work.notify(tx, call as MoneyCall);
  }
}
