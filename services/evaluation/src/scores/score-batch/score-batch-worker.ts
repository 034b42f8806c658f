import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type ComputedScore, ScoreComputer } from '../score/score-computer.js';
import { ScoreOrders } from '../score/score-orders.js';
import { SubjectList } from '../../reference/subject/subject-list.repository.js';
import type { ScoreBatchRow } from './score-batch.entity.js';
import { ScoreBatchRepository } from './score-batch.repository.js';

export const scoreBatchKind = 'score-batch';

/** So many at a time: each step is a transaction of its own, and the next one is noted with it. */
const stepSize = 250;

/** Works through a batch. */
@Injectable()
export class ScoreBatchWorker {
  constructor(
    private readonly batches: ScoreBatchRepository,
    private readonly subjects: SubjectList,
    private readonly orders: ScoreOrders,
    private readonly computer: ScoreComputer,
  ) {}

  @OnDue(scoreBatchKind)
  async step(tx: Transaction, id: string, payload: unknown): Promise<void> {
    const batch = await this.batches.find(tx, id);
    if (batch.state === 'done') return;
    const { afterId = null } = payload as { readonly afterId?: string };
    const below = {
      kind: batch.subjectKind,
      path: batch.unionPath,
      from: batch.periodFrom,
      to: batch.periodTo,
    };
    const ids = await this.subjects.page(tx, below, { afterId, limit: stepSize });
    const isActivity = batch.subjectKind === 'activity';
    const days = isActivity ? { from: null, to: null } : { from: batch.periodFrom, to: batch.periodTo };
    const weighed = await this.orders.asBefore(tx, batch.weightVersionId, batch.missing);
    const order = { ...weighed, ...days, kind: batch.subjectKind, ids };
    const outcomes = ids.length === 0 ? [] : [...(await this.computer.compute(tx, order, 'batch')).values()];
    const next = progressOf(batch, outcomes);
    const isLast = ids.length < stepSize;
    await this.batches.update(tx, isLast ? { ...next, state: 'done', finishedAt: tx.now } : next);
    const payloadOfNext = { afterId: ids.at(-1) ?? null };
    if (!isLast) await schedule(tx, { kind: scoreBatchKind, key: id, at: tx.now, payload: payloadOfNext });
  }
}

/** What a step adds. Subjects may come or go meanwhile: what was counted at the beginning stays the whole. */
function progressOf(batch: ScoreBatchRow, outcomes: readonly ComputedScore[]): ScoreBatchRow {
  const skipped = { ...batch.skipped };
  let { computed, unchanged } = batch;
  for (const outcome of outcomes) {
    if ('refusal' in outcome) skipped[outcome.refusal] = (skipped[outcome.refusal] ?? 0) + 1;
    else if (outcome.isNew) computed += 1;
    else unchanged += 1;
  }
  return {
    ...batch,
    computed,
    unchanged,
    skipped,
    done: Math.min(batch.total, batch.done + outcomes.length),
  };
}
