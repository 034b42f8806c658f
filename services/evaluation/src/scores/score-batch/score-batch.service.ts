import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateScoreBatchRequest,
  type ListScoreBatchesRequest,
  scoreBatchContract,
  type ScoreBatchIdRequest,
  type ScoreBatchView,
} from '@gongxiang/contracts/evaluation/scores/score-batch.contract';
import { type CallContext, DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as systemsActions } from '../../systems/actions.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { systemOf } from '../score/score-view.js';
import { requirePeriod } from '../score/score-request.model.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import type { ScoreBatchRow } from './score-batch.entity.js';
import { ScoreBatchRepository } from './score-batch.repository.js';
import { scoreBatchKind } from './score-batch-worker.js';

/** Scores a whole period: all subjects of one kind below the union of a system, as a job. */
@Injectable()
export class ScoreBatchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly systems: IndicatorSystemRepository,
    private readonly weights: WeightVersionRepository,
    private readonly references: ReferenceRepository,
    private readonly batches: ScoreBatchRepository,
  ) {}

  /** @throws DomainError `WEIGHTS_NOT_ACTIVE`, `SCORE_PERIOD`, `PERIOD_EMPTY` */
  @Handles(scoreBatchContract.create)
  create(request: CreateScoreBatchRequest, call: CallContext): Promise<Outcome<ScoreBatchView>> {
    return this.transactions.command(call, scoreBatchContract.create, request, async (tx) => {
      const { subjectKind, from, to, missing = 'omit' } = request;
      const system = await this.systems.find(tx, request.indicatorSystemId);
      const { path } = await this.references.union(tx, system.unionId);
      tx.authorise(actions.score, { paths: [path], visible: system.state !== 'draft' });
      requirePeriod(false, { from, to }, shanghaiDate(tx.now));
      const version = await this.weights.findActive(tx, system.id);
      if (version === null) throw new DomainError('WEIGHTS_NOT_ACTIVE', { pointer: '/indicatorSystemId' });
      const row: ScoreBatchRow = {
        id: newId(),
        indicatorSystemId: system.id,
        weightVersionId: version.id,
        unionPath: path,
        subjectKind,
        periodFrom: from,
        periodTo: to,
        missing,
        state: 'running',
        total: await this.batches.countOf(tx, { kind: subjectKind, path, from, to }),
        done: 0,
        computed: 0,
        unchanged: 0,
        skipped: {},
        requestedBy: tx.personId,
        createdAt: tx.now,
        finishedAt: null,
      };
      if (!(await this.batches.insert(tx, row)))
        return new ExistingResult(await this.view(tx, (await this.batches.findRunning(tx, row)) ?? row));
      await schedule(tx, { kind: scoreBatchKind, key: row.id, at: tx.now });
      tx.audit({
        noun: 'scoreBatch',
        id: row.id,
        before: null,
        after: { subjectKind, from, to, total: row.total },
      });
      return this.view(tx, row);
    });
  }

  @Handles(scoreBatchContract.get)
  get({ batchId }: ScoreBatchIdRequest, call: CallContext): Promise<ScoreBatchView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      return this.view(tx, await this.batches.find(tx, batchId));
    });
  }

  @Handles(scoreBatchContract.list)
  list(request: ListScoreBatchesRequest, call: CallContext): Promise<Page<ScoreBatchView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const views = await this.views(tx, await this.batches.list(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async view(tx: Transaction, row: ScoreBatchRow): Promise<ScoreBatchView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new Error('a batch has no view');
    return view;
  }

  private async views(tx: Transaction, rows: readonly ScoreBatchRow[]): Promise<ScoreBatchView[]> {
    const ids = rows.map(({ weightVersionId }) => weightVersionId);
    const systems = await this.weights.systemsOf(tx, ids);
    return rows.map((row) => viewOf(row, systems));
  }
}

function viewOf(
  row: ScoreBatchRow,
  systems: Awaited<ReturnType<WeightVersionRepository['systemsOf']>>,
): ScoreBatchView {
  const { id, weightVersionId, subjectKind, missing, state, total, done, computed, unchanged } = row;
  return {
    ...systemOf(weightVersionId, systems),
    id,
    weightVersionId,
    subjectKind,
    from: row.periodFrom,
    to: row.periodTo,
    missing,
    state,
    total,
    done,
    computed,
    unchanged,
    skipped: Object.entries(row.skipped).map(([reason, count]) => ({ reason, count })),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
