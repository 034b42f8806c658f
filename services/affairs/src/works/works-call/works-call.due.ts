import { Injectable } from '@nestjs/common';
import { type Await, OnDue, schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { WorkRepository } from '../work/work.repository.js';
import type { WorksCallRow } from './works-call.entity.js';
import { nextMoment, stateAt } from './works-call.model.js';
import { WorksCallRepository } from './works-call.repository.js';

/** Due work: judging of a call begins, or its time is over. Its key is the id. */
export const worksCallDue = 'works-call-phase';

/** What becomes of a call by itself, and what it waits for. */
@Injectable()
export class WorksCallDueWork {
  constructor(
    private readonly calls: WorksCallRepository,
    private readonly works: WorkRepository,
  ) {}

  @OnDue(worksCallDue)
  async advance(tx: Transaction, id: string): Promise<void> {
    const before = await this.calls.lock(tx, id);
    if (before === null) return;
    const state = stateAt(before, tx.now);
    if (state === before.state) return;
    const row = { ...before, state, version: before.version + 1 };
    await this.calls.update(tx, row);
    await this.follow(tx, row);
  }

  /** Says what a call waits for, and plans what happens to it next. Its row has to be locked. */
  async follow(tx: Transaction, row: WorksCallRow): Promise<void> {
    await this.sync(tx, row);
    const at = nextMoment(row);
    if (at === null) await unschedule(tx, worksCallDue, row.id);
    else await schedule(tx, { kind: worksCallDue, key: row.id, at });
  }

  /** Jurors are waited for while anything is to be scored, officers for works and for the end. */
  async sync(tx: Transaction, row: WorksCallRow): Promise<void> {
    await syncAwaits(tx, 'affairs', 'works-call', [{ id: row.id, awaits: await this.awaitsOf(tx, row) }]);
  }

  private async awaitsOf(tx: Transaction, row: WorksCallRow): Promise<Await[]> {
    const { id, state, title, unionId, judgeUntil, judgeFrom } = row;
    if (state === 'draft' || state === 'awarded' || state === 'cancelled') return [];
    const jurorIds = (await this.calls.jurors(tx, id)).map(({ personId }) => personId);
    const officers = { roles: ['officer'], unionIds: [unionId], isNearest: true } as const;
    const about = { worksCallId: id };
    // One for all of them, as hundreds may wait. Nobody decides on their own: whose are the only ones is not asked.
    const authors = await this.works.undecidedAuthors(tx, id);
    const toAdmit: Await = {
      kind: 'workToAdmit',
      why: 'callsForWorks',
      about,
      title,
      dueAt: judgeFrom,
      offices: {
        ...officers,
        exceptIds: [...new Set([...(authors.length === 1 ? authors : []), ...jurorIds])],
      },
    };
    const isJudged = state !== 'open' && row.criteria.length > 0;
    const late = isJudged ? await this.calls.unfinishedJurors(tx, id) : [];
    const toJudge: Await = {
      kind: 'worksToJudge',
      why: 'onJury',
      personIds: late,
      about,
      title,
      dueAt: judgeUntil,
    };
    const toClose: Await = {
      kind: 'worksToClose',
      why: 'callsForWorks',
      about,
      title,
      offices: { ...officers, exceptIds: jurorIds },
    };
    return [
      ...(authors.length > 0 ? [toAdmit] : []),
      ...(late.length > 0 ? [toJudge] : []),
      ...(state === 'closing' ? [toClose] : []),
    ];
  }
}
