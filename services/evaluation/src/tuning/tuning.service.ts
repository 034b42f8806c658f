import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type CreateTuningReportRequest,
  type ListTuningReportsRequest,
  type Page,
  tuningContract,
  type TuningReportRequest,
  type TuningReportSummary,
  type TuningReportView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { canonicalJson, Existing, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { requireSeason } from './season.model.js';
import type { TuningReportRow } from './tuning.entity.js';
import { findingsOf } from './findings.model.js';
import { tune } from './tuning.model.js';
import { TuningInputs } from './tuning-inputs.js';
import { TuningRepository } from './tuning.repository.js';
import { tuningSummary, tuningView } from './tuning-view.js';

/** What a season says of an indicator system: is it reliable, does it repeat itself, has it moved? */
@Injectable()
export class TuningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: TuningRepository,
    private readonly inputs: TuningInputs,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Computes a report and keeps it with the hash of its inputs. The same from the same exists once. */
  create(request: CreateTuningReportRequest, call: CallContext): Promise<Outcome<TuningReportView>> {
    return this.transactions.command(call, tuningContract.create, request, async (tx) => {
      const { indicatorSystemId, from, to } = request;
      const system = await this.systems.find(tx, indicatorSystemId);
      const union = await this.references.union(tx, system.unionId);
      tx.authorise(actions.tendIndicators, { paths: [union.path], visible: system.state !== 'draft' });
      if (system.publishedAt === null)
        throw new DomainError('ILLEGAL_TRANSITION', { pointer: '/indicatorSystemId' });
      requireSeason({ from, to });
      const { input, weightVersionId } = await this.inputs.gather(tx, system, { from, to });
      const detail = tune(input);
      const row: TuningReportRow = {
        ...{ id: newId(), indicatorSystemId, weightVersionId, from, to, detail },
        counts: {
          ...{ surveys: input.surveys, answers: input.answers },
          ...{ subjects: input.subjects.length, subjectsBefore: input.subjectsBefore.length },
        },
        findings: [...findingsOf(input, detail)],
        inputsHash: createHash('sha256')
          .update(canonicalJson({ ...input, from, to }))
          .digest('hex'),
        createdAt: tx.now,
      };
      return this.keep(tx, row);
    });
  }

  get(request: TuningReportRequest, call: CallContext): Promise<TuningReportView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return this.view(tx, await this.reports.find(tx, request.tuningReportId));
    });
  }

  list(request: ListTuningReportsRequest, call: CallContext): Promise<Page<TuningReportSummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.reports.list(tx, request);
      const ids = rows.map(({ indicatorSystemId }) => indicatorSystemId);
      const systems = await this.reports.systemsOf(tx, ids);
      const views = rows.map((row) => tuningSummary(row, systems));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async keep(
    tx: Transaction,
    row: TuningReportRow,
  ): Promise<TuningReportView | Existing<TuningReportView>> {
    if (!(await this.reports.insert(tx, row)))
      return new Existing(await this.view(tx, (await this.reports.findSame(tx, row)) ?? row));
    const after = { from: row.from, to: row.to, inputsHash: row.inputsHash, findings: row.findings.length };
    tx.audit({ noun: 'tuning-report', id: row.id, before: null, after });
    return this.view(tx, row);
  }

  private async view(tx: Transaction, row: TuningReportRow): Promise<TuningReportView> {
    return tuningView(row, await this.reports.systemsOf(tx, [row.indicatorSystemId]), tx.call.locale);
  }
}
