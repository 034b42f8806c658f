import { Injectable } from '@nestjs/common';
import type { SeriesPreviewView } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import {
  type ExtendedSeriesView,
  type ExtendSeriesRequest,
  seriesExtensionContract,
} from '@gongxiang/contracts/sharing/organising/series-extension.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { planExtension, type PlannedExtension, pointerTo } from './series-extension.js';
import { SeriesDrafts } from './series-drafts.js';
import type { SeriesRow } from './series.entity.js';
import { SeriesOccurrences } from './series-occurrences.js';
import { SeriesRepository } from './series.repository.js';
import { ruleText } from './rule-text.js';
import { createdOf, previewOf } from './series.view.js';

/** Extends a series: the preview and the addition are one plan (E43). */
@Injectable()
export class SeriesExtensionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly occurrences: SeriesOccurrences,
    private readonly access: ActivityAccess,
    private readonly drafts: SeriesDrafts,
    private readonly series: SeriesRepository,
  ) {}

  @Handles(seriesExtensionContract.previewExtension)
  preview(request: ExtendSeriesRequest, call: CallContext): Promise<SeriesPreviewView> {
    return this.transactions.read(call, async (tx) => {
      const { series, rows } = await this.occurrences.look(tx, request.seriesId);
      const { rule, plan } = await this.plan(tx, series, rows, request);
      return previewOf(rule, series.timeZone, plan);
    });
  }

  @Handles(seriesExtensionContract.extend)
  extend(request: ExtendSeriesRequest, call: CallContext): Promise<Outcome<ExtendedSeriesView>> {
    return this.transactions.command(call, seriesExtensionContract.extend, request, async (tx) => {
      const { series, rows } = await this.occurrences.lock(tx, { seriesId: request.seriesId });
      const planned = await this.plan(tx, series, rows, request);
      requireVersion(tx, series.version);
      const pointer = pointerTo(request);
      if (planned.plan.occurrences.length === 0) throw new DomainError('SERIES_EMPTY', { pointer });
      const longer = await this.occurrences.saveSeries(tx, series, longerBy(series, planned));
      const added = await this.drafts.create(tx, longer, planned, { lastNumber: series.size, pointer });
      await this.series.resize(tx, longer);
      return { ...createdOf(longer, added, planned.pattern.id, planned.plan), size: longer.size };
    });
  }

  /** For those who manage the occurrences and may draft activities of their organiser. */
  private async plan(
    tx: Transaction,
    series: SeriesRow,
    rows: readonly ActivityRow[],
    request: ExtendSeriesRequest,
  ): Promise<PlannedExtension> {
    await this.occurrences.authoriseEach(tx, rows);
    const planned = planExtension(series, rows, request, tx.now);
    const { organiserKind: kind, organiserId: id, unionPath } = planned.pattern;
    await this.access.organise(tx, { kind, id }, unionPath);
    return planned;
  }
}

function longerBy(series: SeriesRow, { rule, plan }: PlannedExtension): Partial<SeriesRow> {
  const years = new Set([...series.holidaysUnknown, ...plan.holidaysUnknown]);
  return {
    rule,
    ruleText: ruleText(rule),
    size: series.size + plan.occurrences.length,
    skipped: [...series.skipped, ...plan.skipped],
    moved: [...series.moved, ...plan.moved],
    holidaysUnknown: [...years].sort((left, right) => left - right),
  };
}
