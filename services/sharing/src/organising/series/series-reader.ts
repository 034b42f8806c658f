import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  activitySeriesContract,
  type ActivitySeriesView,
  type ListSeriesRequest,
  type SeriesIdRequest,
  type SeriesLineView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import type { Onlooker } from '../../activities/activity/activity.repository.js';
import { SeriesRepository } from './series.repository.js';
import { lineOf, seriesViewOf } from './series.view.js';

/** Reads series: a series shows those of its occurrences that the caller may see. */
@Injectable()
export class SeriesReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly series: SeriesRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` also if the caller may see none of its occurrences */
  @Handles(activitySeriesContract.get)
  get({ seriesId }: SeriesIdRequest, call: CallContext): Promise<ActivitySeriesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const row = await this.series.findById(tx, seriesId);
      const occurrences = row === null ? [] : await this.series.occurrences(tx, seriesId, onlookerOf(tx));
      if (row === null || occurrences.length === 0) throw new DomainError('NOT_FOUND');
      const ids = occurrences.map(({ id }) => id);
      return seriesViewOf(row, occurrences, await this.series.seatsOf(tx, ids));
    });
  }

  /** Series that the caller prepares by a role, or proposes for themselves. */
  @Handles(activitySeriesContract.list)
  list(request: ListSeriesRequest, call: CallContext): Promise<Page<SeriesLineView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const rows = await this.series.list(tx, request, onlookerOf(tx));
      const ids = rows.map(({ id }) => id);
      const sums = await this.series.sumsOf(tx, ids);
      return toPage(
        rows.map((row) => lineOf(row, sums.get(row.id))),
        { limit: request.limit, cursorOf: (line) => [line.id] },
      );
    });
  }
}

function onlookerOf(tx: Transaction): Onlooker {
  return { personId: tx.personId, rolePaths: reachOf(tx.call.actor, actions.seeDraft) };
}
