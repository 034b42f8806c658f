import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import { findingsOf } from './findings.model.js';
import type { Season } from './season.model.js';
import type { GatheredInputs, TuningReportRow } from './tuning.entity.js';
import { tune, type TuningInput } from './tuning.model.js';
import { TuningRepository } from './tuning.repository.js';

const nothing = { moments: [], surveys: 0, answers: 0, subjects: [], subjectsBefore: [] };

/** Computes reports and stores each with the hash of its inputs, so that equal inputs yield a single report. */
@Injectable()
export class TuningReports {
  constructor(
    private readonly reports: TuningRepository,
    private readonly weights: WeightVersionRepository,
  ) {}

  /** @returns the id of the report: a new one, or the one that says the same of the same */
  async create(
    tx: Transaction,
    { id: indicatorSystemId, nodes }: IndicatorSystemRow,
    { from, to }: Season,
    gathered: GatheredInputs,
  ): Promise<string> {
    const active = await this.weights.findActive(tx, indicatorSystemId);
    const weights = active?.indicators.map(({ key, weight }) => ({ key, weight })) ?? null;
    const input: TuningInput = { ...nothing, ...gathered, nodes, weights };
    const detail = tune(input);
    const row: TuningReportRow = {
      id: newId(),
      indicatorSystemId,
      weightVersionId: active?.id ?? null,
      from,
      to,
      detail,
      counts: {
        surveys: input.surveys,
        answers: input.answers,
        subjects: input.subjects.length,
        subjectsBefore: input.subjectsBefore.length,
      },
      findings: [...findingsOf(input, detail)],
      inputsHash: createHash('sha256')
        .update(canonicalJson({ ...input, from, to }))
        .digest('hex'),
      createdAt: tx.now,
    };
    if (!(await this.reports.insert(tx, row))) return (await this.reports.findSame(tx, row))?.id ?? row.id;
    const after = { from, to, inputsHash: row.inputsHash, findings: row.findings.length };
    tx.audit({ noun: 'tuning-report', id: row.id, before: null, after });
    return row.id;
  }
}
