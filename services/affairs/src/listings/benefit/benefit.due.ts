import { Injectable } from '@nestjs/common';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { isOver, overFrom } from '../listed/last-day.model.js';
import type { BenefitRow } from './benefit.entity.js';
import { BenefitRepository } from './benefit.repository.js';

/** Due work: the last day of a benefit is over. Its key is the id. */
export const benefitEndingDue = 'benefit-ending';

/** What becomes of a benefit by itself. */
@Injectable()
export class BenefitDueWork {
  constructor(private readonly benefits: BenefitRepository) {}

  @OnDue(benefitEndingDue)
  async end(tx: Transaction, id: string): Promise<void> {
    const row = await this.benefits.lock(tx, id);
    if (row === null || row.state !== 'published' || !isOver(row.until, tx.now)) return;
    await this.benefits.update(tx, { ...row, state: 'ended', version: row.version + 1 });
  }

  async plan(tx: Transaction, { id, state, until }: BenefitRow): Promise<void> {
    if (state === 'published') await schedule(tx, { kind: benefitEndingDue, key: id, at: overFrom(until) });
    else await unschedule(tx, benefitEndingDue, id);
  }
}
