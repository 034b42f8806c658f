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
import { actions } from '../actions.js';
import { ActivityAccess } from './activity.access.js';
import { ActivityRepository, type Onlooker } from './activity.repository.js';
import { activityDetailOf, activityStateOf, activityViewOf } from './activity.view.js';
import { htmlOfMarkdown } from './markdown.js';

/** Looking at activities: at what is published, and at the drafts that one prepares. */
@Injectable()
export class ActivityReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
  ) {}

  get(request: ActivityIdRequest, call: CallContext): Promise<ActivityDetailView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const row = await this.activities.findById(tx, request.activityId);
      if (row === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, row);
      return activityDetailOf(row);
    });
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
      return toPage(rows.map(activityViewOf), {
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
