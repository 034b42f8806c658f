import { Injectable } from '@nestjs/common';
import {
  activitySeriesContract,
  type CreatedSeriesView,
  type CreateSeriesRequest,
  type PreviewSeriesRequest,
  type SeriesPreviewView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { SeriesDrafts } from './series-drafts.js';
import type { SeriesRow } from './series.entity.js';
import { SeriesHints } from './series-hints.js';
import { type PlannedSeries, SeriesPattern } from './series-pattern.js';
import { SeriesRepository } from './series.repository.js';
import { ruleText } from './rule-text.js';
import { createdOf, previewOf } from './series.view.js';

/** Creates activities by a rule. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly patterns: SeriesPattern,
    private readonly drafts: SeriesDrafts,
    private readonly series: SeriesRepository,
    private readonly hints: SeriesHints,
  ) {}

  @Handles(activitySeriesContract.preview)
  preview(request: PreviewSeriesRequest, call: CallContext): Promise<SeriesPreviewView> {
    return this.transactions.read(call, async (tx) => {
      const { pattern, rule, plan } = await this.patterns.plan(tx, request, false);
      return previewOf(rule, pattern.timeZone, plan);
    });
  }

  @Handles(activitySeriesContract.create)
  create(request: CreateSeriesRequest, call: CallContext): Promise<Outcome<CreatedSeriesView>> {
    return this.transactions.command(call, activitySeriesContract.create, request, async (tx) => {
      const planned = await this.patterns.plan(tx, request, true);
      const { pattern, plan } = planned;
      if (plan.occurrences.every(({ isPattern }) => isPattern))
        throw new DomainError('SERIES_EMPTY', { pointer: '/rule' });
      const series = seriesRow(tx, planned, request);
      await this.series.insert(tx, series);
      const rows = await this.drafts.create(tx, series, planned);
      this.audit(tx, series, rows);
      await this.hints.send(tx, series);
      return createdOf(series, rows, pattern.id, plan);
    });
  }

  private audit(tx: Transaction, series: SeriesRow, rows: readonly ActivityRow[]): void {
    const { title, unionId, ruleText: rule, holidays, size } = series;
    const activityIds = rows.map(({ id }) => id);
    tx.audit({
      noun: 'activity-series',
      id: series.id,
      after: { title, unionId, rule, holidays, size, activityIds },
    });
  }
}

function seriesRow(
  tx: Transaction,
  { pattern, rule, plan }: PlannedSeries,
  { holidays }: CreateSeriesRequest,
): SeriesRow {
  const { title, organiserKind, organiserId, organiserName, unionId, timeZone } = pattern;
  return {
    id: newId(),
    version: 1,
    title,
    organiserKind,
    organiserId,
    organiserName,
    unionId,
    ruleText: ruleText(rule),
    rule,
    startsOn: plan.startsOn,
    timeZone,
    holidays: holidays ?? 'keep',
    size: plan.occurrences.length,
    skipped: plan.skipped,
    moved: plan.moved,
    holidaysUnknown: plan.holidaysUnknown,
    createdBy: tx.personId,
    createdAt: tx.now,
  };
}
