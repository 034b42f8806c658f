import { Injectable } from '@nestjs/common';
import { interestDaysKept } from '@gongxiang/contracts/affairs/listings/vacancy-interest.contract';
import { dayMs } from '@gongxiang/domain';
import { type Await, OnDue, schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { VacancyInterestRepository } from '../vacancy-interest/vacancy-interest.repository.js';
import type { VacancyRow } from './vacancy.entity.js';
import { isOver, overFrom } from '../listed/last-day.model.js';
import { VacancyRepository } from './vacancy.repository.js';

/** Due work: the last day of a vacancy is over. Its key is the id. */
export const vacancyEndingDue = 'vacancy-ending';

/** Due work: it is not known any more who was interested in a vacancy. Its key is the id. */
export const interestForgettingDue = 'vacancy-interest-forgetting';

/** What becomes of a vacancy by itself, and whom it waits for. */
@Injectable()
export class VacancyDueWork {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly interests: VacancyInterestRepository,
  ) {}

  @OnDue(vacancyEndingDue)
  async end(tx: Transaction, id: string): Promise<void> {
    const before = await this.vacancies.lock(tx, id);
    if (before === null || before.state !== 'published' || !isOver(before.until, tx.now)) return;
    const row: VacancyRow = { ...before, state: 'ended', endedAt: tx.now, version: before.version + 1 };
    await this.vacancies.update(tx, row);
    await this.follow(tx, row);
  }

  @OnDue(interestForgettingDue)
  async forget(tx: Transaction, id: string): Promise<void> {
    const row = await this.vacancies.lock(tx, id);
    if (row === null || row.endedAt === null) return;
    await this.interests.removeAll(tx, id);
    await this.sync(tx, row);
  }

  /** Plans its end, or when its interests are forgotten, and says whom it waits for. Its row has to be locked. */
  async follow(tx: Transaction, row: VacancyRow): Promise<void> {
    const { id, state, until, endedAt } = row;
    if (state === 'published') await schedule(tx, { kind: vacancyEndingDue, key: id, at: overFrom(until) });
    else await unschedule(tx, vacancyEndingDue, id);
    if (endedAt === null) await unschedule(tx, interestForgettingDue, id);
    else {
      const at = new Date(endedAt.getTime() + interestDaysKept * dayMs);
      await schedule(tx, { kind: interestForgettingDue, key: id, at });
    }
    await this.sync(tx, row);
  }

  /**
   * The officers of the publishing union are waited for once, however many are interested.
   * @param exceptPersonId whose interests count no more, as they are about to be erased
   */
  async sync(
    tx: Transaction,
    { id, state, title, publisherId }: VacancyRow,
    exceptPersonId: string | null = null,
  ): Promise<void> {
    const senders =
      state === 'withdrawn' ? [] : await this.interests.unansweredSenders(tx, id, exceptPersonId);
    // Nobody answers their own: whose is the only one is not asked.
    const exceptIds = senders.length === 1 ? senders : [];
    const awaits: Await[] =
      senders.length === 0
        ? []
        : [
            {
              kind: 'vacancyInterestSent',
              why: 'offersWork',
              about: { vacancyId: id },
              title,
              offices: { roles: ['officer'], unionIds: [publisherId], isNearest: false, exceptIds },
            },
          ];
    await syncAwaits(tx, 'affairs', 'vacancy', [{ id, awaits }]);
  }
}
