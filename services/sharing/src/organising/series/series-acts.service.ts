import { Injectable } from '@nestjs/common';
import {
  activitySeriesContract,
  type CancelledSeriesView,
  type CancelSeriesRequest,
  type EditedSeriesView,
  type EditSeriesRequest,
  type PublishedSeriesView,
  type PublishSeriesRequest,
  type SeriesKeptView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityService } from '../../activities/activity/activity.service.js';
import { PublishingService } from '../draft/publishing.service.js';
import { seriesEdit } from './series-edit.js';
import { actOnEach, requireAhead, requireOpen, SeriesOccurrences } from './series-occurrences.js';
import { actedOf } from './series.view.js';

/**
 * Commands for this and the following occurrences: each is treated like a single activity, with its own event, audit
 * and hints. An occurrence that refuses is reported with the reason, and the others proceed (E43).
 */
@Injectable()
export class SeriesActsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly occurrences: SeriesOccurrences,
    private readonly activities: ActivityService,
    private readonly publishing: PublishingService,
  ) {}

  @Handles(activitySeriesContract.edit)
  edit(request: EditSeriesRequest, call: CallContext): Promise<Outcome<EditedSeriesView>> {
    return this.transactions.command(call, activitySeriesContract.edit, request, async (tx) => {
      const { series, rows } = await this.occurrences.lock(tx, request);
      await this.occurrences.authoriseEach(tx, rows);
      requireVersion(tx, series.version);
      const retained: SeriesKeptView[] = [];
      const { done, refused } = await actOnEach(rows, async (row) => {
        requireAhead(tx, row);
        const edit = seriesEdit(row, request.changes, row.id === request.fromActivityId);
        if (edit.kept.length > 0) retained.push({ ...actedOf(row), fields: [...edit.kept] });
        if (Object.keys(edit.changes).length === 0) return null;
        return this.activities.applyEdit(tx, row, edit.changes);
      });
      const title = request.changes.title ?? series.title;
      const { id, version } = await this.occurrences.saveSeries(tx, series, { title });
      return { id, version, changed: done.map(actedOf), kept: retained, refused };
    });
  }

  @Handles(activitySeriesContract.publish)
  publish(request: PublishSeriesRequest, call: CallContext): Promise<Outcome<PublishedSeriesView>> {
    return this.transactions.command(call, activitySeriesContract.publish, request, async (tx) => {
      const { series, rows } = await this.occurrences.lock(tx, request);
      await this.occurrences.authoriseManaging(tx, rows);
      requireVersion(tx, series.version);
      const drafts = rows.filter(({ state }) => state === 'draft');
      const { done, refused } = await actOnEach(drafts, async (row) => {
        // A single publication warns about this, too; among many nobody would see the warning.
        if (row.startsAt <= tx.now) throw new DomainError('START_PAST');
        return this.publishing.apply(tx, row);
      });
      await this.occurrences.saveSeries(tx, series, {});
      return { published: done.map(actedOf), refused };
    });
  }

  @Handles(activitySeriesContract.cancel)
  cancel(request: CancelSeriesRequest, call: CallContext): Promise<Outcome<CancelledSeriesView>> {
    return this.transactions.command(call, activitySeriesContract.cancel, request, async (tx) => {
      const { series, rows } = await this.occurrences.lock(tx, request);
      await this.occurrences.authoriseEach(tx, rows);
      requireVersion(tx, series.version);
      const { done, refused } = await actOnEach(rows, (row) => this.cancelOne(tx, row, request.reason));
      await this.occurrences.saveSeries(tx, series, {});
      return { cancelled: done.map(actedOf), refused };
    });
  }

  private async cancelOne(tx: Transaction, row: ActivityRow, reason: string): Promise<ActivityRow> {
    requireOpen(row);
    return this.activities.applyCancel(tx, row, reason);
  }
}
