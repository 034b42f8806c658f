import { Injectable } from '@nestjs/common';
import { tuningStepsInAll } from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { TuningInputs } from './tuning-inputs.js';
import { TuningJobRepository } from './tuning-job.repository.js';
import { TuningReports } from './tuning-reports.js';

export const tuningJobKind = 'tuning-job';

/** Makes a report step by step, each in a transaction of its own that also notes the next. */
@Injectable()
export class TuningJobWorker {
  constructor(
    private readonly jobs: TuningJobRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly inputs: TuningInputs,
    private readonly reports: TuningReports,
  ) {}

  @OnDue(tuningJobKind)
  async step(tx: Transaction, id: string): Promise<void> {
    const job = await this.jobs.find(tx, id);
    if (job.state === 'done') return;
    const system = await this.systems.find(tx, job.indicatorSystemId);
    const read = this.inputs.parts[job.done];
    if (read === undefined) {
      const tuningReportId = await this.reports.create(tx, system, job, job.gathered);
      const end = { state: 'done' as const, done: tuningStepsInAll, finishedAt: tx.now };
      await this.jobs.update(tx, { ...job, ...end, gathered: {}, tuningReportId });
      return;
    }
    const gathered = { ...job.gathered, ...(await read(tx, system, job)) };
    await this.jobs.update(tx, { ...job, gathered, done: job.done + 1 });
    await schedule(tx, { kind: tuningJobKind, key: id, at: tx.now });
  }
}
