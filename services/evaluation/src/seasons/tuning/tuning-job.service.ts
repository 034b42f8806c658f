import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateTuningJobRequest,
  type ListTuningJobsRequest,
  tuningJobContract,
  type TuningJobIdRequest,
  type TuningJobView,
  tuningStepsInAll,
} from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { requireSeason } from './season.model.js';
import type { TuningJobRow } from './tuning.entity.js';
import { TuningJobRepository } from './tuning-job.repository.js';
import { tuningJobKind } from './tuning-job-worker.js';
import { TuningRepository } from './tuning.repository.js';

/** Starts the computation of reports and shows its progress. */
@Injectable()
export class TuningJobService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: TuningJobRepository,
    private readonly reports: TuningRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * Where the same is being made already that is what is answered.
   * @throws DomainError `ILLEGAL_TRANSITION`, `PERIOD_EMPTY`, `PERIOD_TOO_LONG`
   */
  @Handles(tuningJobContract.create)
  create(request: CreateTuningJobRequest, call: CallContext): Promise<Outcome<TuningJobView>> {
    return this.transactions.command(call, tuningJobContract.create, request, async (tx) => {
      const { indicatorSystemId, from, to } = request;
      const system = await this.systems.find(tx, indicatorSystemId);
      const union = await this.references.union(tx, system.unionId);
      tx.authorise(actions.tendIndicators, { paths: [union.path], visible: system.state !== 'draft' });
      if (system.publishedAt === null)
        throw new DomainError('ILLEGAL_TRANSITION', { pointer: '/indicatorSystemId' });
      requireSeason({ from, to });
      const row: TuningJobRow = {
        id: newId(),
        indicatorSystemId,
        from,
        to,
        state: 'running',
        done: 0,
        gathered: {},
        tuningReportId: null,
        requestedBy: tx.personId,
        createdAt: tx.now,
        finishedAt: null,
      };
      if (!(await this.jobs.insert(tx, row)))
        return new ExistingResult(await this.view(tx, (await this.jobs.findRunning(tx, row)) ?? row));
      await schedule(tx, { kind: tuningJobKind, key: row.id, at: tx.now });
      tx.audit({ noun: 'tuning-job', id: row.id, before: null, after: { indicatorSystemId, from, to } });
      return this.view(tx, row);
    });
  }

  @Handles(tuningJobContract.get)
  get({ tuningJobId }: TuningJobIdRequest, call: CallContext): Promise<TuningJobView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return this.view(tx, await this.jobs.find(tx, tuningJobId));
    });
  }

  @Handles(tuningJobContract.list)
  list(request: ListTuningJobsRequest, call: CallContext): Promise<Page<TuningJobView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const views = await this.views(tx, await this.jobs.list(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async view(tx: Transaction, row: TuningJobRow): Promise<TuningJobView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new Error('a job has no view');
    return view;
  }

  private async views(tx: Transaction, rows: readonly TuningJobRow[]): Promise<TuningJobView[]> {
    const ids = rows.map(({ indicatorSystemId }) => indicatorSystemId);
    const systems = await this.reports.systemsOf(tx, ids);
    return rows.map(({ id, indicatorSystemId, from, to, state, done, tuningReportId, ...times }) => {
      const unnamed = { indicatorSystemId, indicatorSystemName: '', indicatorSystemVersion: 1 };
      return {
        ...(systems.get(indicatorSystemId) ?? unnamed),
        id,
        from,
        to,
        state,
        total: tuningStepsInAll,
        done,
        tuningReportId,
        createdAt: times.createdAt.toISOString(),
        finishedAt: times.finishedAt?.toISOString() ?? null,
      };
    });
  }
}
