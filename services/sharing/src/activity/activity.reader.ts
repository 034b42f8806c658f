import { Injectable } from '@nestjs/common';
import {
  type ActivityDetailView,
  type ActivityIdRequest,
  type ActivityView,
  type ListActivitiesRequest,
  type MarkdownPreviewView,
  type Page,
  type PreviewMarkdownRequest,
  sharingEvents,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import DataLoader from 'dataloader';
import { actions } from '../actions.js';
import { ActivityAccess } from './activity.access.js';
import type { ActivityRow } from './activity.entity.js';
import { ActivityRepository, type Onlooker } from './activity.repository.js';
import { activityDetailOf, activityStateOf } from './activity.view.js';
import { ActivityViews } from './activity.views.js';
import { htmlOfMarkdown } from './markdown.js';

/** So many are looked up together. */
const askedMax = 200;

interface Asked {
  readonly tx: Transaction;
  readonly activityId: string;
}

/** Looking at activities: at what is published, and at the drafts that one prepares. */
@Injectable()
export class ActivityReader {
  /** A page that is shared in a chat is opened by hundreds at once: what is asked for in one turn is looked up together. */
  private readonly rows = new DataLoader<Asked, ActivityRow | null>((asked) => this.rowsOf(asked), {
    // What was true a moment ago is not the answer.
    cache: false,
    maxBatchSize: askedMax,
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly views: ActivityViews,
  ) {}

  get(request: ActivityIdRequest, call: CallContext): Promise<ActivityDetailView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const row = await this.rows.load({ tx, activityId: request.activityId });
      if (row === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, row);
      return activityDetailOf(row, await this.views.one(tx, row));
    });
  }

  private async rowsOf(asked: readonly Asked[]): Promise<(ActivityRow | null)[]> {
    const [first] = asked;
    if (first === undefined) return [];
    const ids = [...new Set(asked.map(({ activityId }) => activityId))];
    const rows = new Map((await this.activities.findByIds(first.tx, ids)).map((row) => [row.id, row]));
    return asked.map(({ activityId }) => rows.get(activityId) ?? null);
  }

  /** How a description will look: by the code that shows it later. */
  previewMarkdown({ text }: PreviewMarkdownRequest, call: CallContext): Promise<MarkdownPreviewView> {
    return this.transactions.read(call, (tx) => {
      tx.authorise(actions.seeActivity, {});
      return Promise.resolve({ html: htmlOfMarkdown(text) });
    });
  }

  list(request: ListActivitiesRequest, call: CallContext): Promise<Page<ActivityView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const rows = await this.activities.list(tx, request, onlookerOf(tx));
      return toPage(await this.views.all(tx, rows), {
        limit: request.limit,
        cursorOf: (view) => [view.startsAt, view.id],
      });
    });
  }

  /** Tells a page of states anew. @returns the last id, or null at the end */
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
