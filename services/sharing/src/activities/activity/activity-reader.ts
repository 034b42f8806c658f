import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  activityContract,
  type ActivityDetailView,
  type ActivityIdRequest,
  type ActivityView,
  type ListActivitiesRequest,
  type MarkdownPreviewView,
  type PreviewMarkdownRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, reachOf, withJson } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import DataLoader from 'dataloader';
import { actions } from '../actions.js';
import { ActivityAccess } from './activity-access.js';
import type { ActivityRow } from './activity.entity.js';
import { ActivityRepository, type Onlooker } from './activity.repository.js';
import { activityDetailOf, activityStateOf, activityViewOf } from './activity.view.js';
import { ActivityViews } from './activity-views.js';
import { htmlOfMarkdown } from './markdown.js';

/** Activities looked up together. */
const askedMax = 200;

interface Asked {
  readonly tx: Transaction;
  readonly activityId: string;
}

interface Found {
  readonly row: ActivityRow;
  readonly seatsFree: number | null;
}

/** Reads activities: published ones, and drafts that the caller prepares. */
@Injectable()
export class ActivityReader {
  /** A page shared in a chat is opened by hundreds at once: requests of one tick are looked up together. */
  private readonly found = new DataLoader<Asked, Found | null>((asked) => this.find(asked), {
    // results must never be stale
    cache: false,
    maxBatchSize: askedMax,
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly views: ActivityViews,
  ) {}

  @Handles(activityContract.get)
  get(request: ActivityIdRequest, call: CallContext): Promise<ActivityDetailView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const found = await this.found.load({ tx, activityId: request.activityId });
      if (found === null) throw new DomainError('NOT_FOUND');
      const { row, seatsFree } = found;
      await this.access.see(tx, row);
      return activityDetailOf(row, activityViewOf(row, { now: tx.now, seatsFree }));
    });
  }

  private async find(asked: readonly Asked[]): Promise<(Found | null)[]> {
    const [first] = asked;
    if (first === undefined) return [];
    const ids = [...new Set(asked.map(({ activityId }) => activityId))];
    const rows = await this.activities.findByIds(first.tx, ids);
    const seats = await this.views.seatsFreeIn(first.tx, rows);
    const found = new Map(rows.map((row) => [row.id, { row, seatsFree: seats.get(row.id) ?? null }]));
    return asked.map(({ activityId }) => found.get(activityId) ?? null);
  }

  /** Renders a description with the code that shows it later. */
  @Handles(activityContract.previewMarkdown)
  previewMarkdown({ text }: PreviewMarkdownRequest, call: CallContext): Promise<MarkdownPreviewView> {
    return this.transactions.read(call, (tx) => {
      tx.authorise(actions.seeActivity, {});
      return Promise.resolve({ html: htmlOfMarkdown(text) });
    });
  }

  @Handles(activityContract.list)
  list(request: ListActivitiesRequest, call: CallContext): Promise<Page<ActivityView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const rows = await this.activities.list(tx, request, onlookerOf(tx));
      const { items, nextCursor } = toPage(await this.views.all(tx, rows), {
        limit: request.limit,
        cursorOf: ({ view }) => [view.startsAt, view.id],
      });
      // Fifty activities are 75 kB of JSON, most of it unchanged between requests.
      const json = `{"items":[${items.map((item) => item.json).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`;
      return withJson({ items: items.map(({ view }) => view), nextCursor }, json);
    });
  }

  /** Publishes a page of states again. @returns the last id, or null at the end */
  @Republishes('activity')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.activities.after(tx, afterId, limit);
    await recordEvents(
      tx,
      sharingEvents.activityChanged,
      rows.map((row) => ({ about: row.id, data: activityStateOf(row) })),
    );
    return rows.at(-1)?.id ?? null;
  }
}

function onlookerOf(tx: Transaction): Onlooker {
  return { personId: tx.personId, rolePaths: reachOf(tx.call.actor, actions.seeDraft) };
}
