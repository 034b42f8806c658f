import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  activityContract,
  type ActivityIdRequest,
  type ListPublicActivitiesRequest,
  type PublicActivityDetailView,
  type PublicActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { publishedPhaseOf } from '../../activities/activity/activity-phase.js';
import { renderedMarkdown } from '../../activities/activity/rendered-markdown.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type PublicActivity, PublicActivityRepository } from './public-activity.repository.js';

/** Published activities for everybody, signed in or not. Part of registrations because it counts seats. */
@Injectable()
export class PublicActivityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: PublicActivityRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(activityContract.getPublic)
  get(request: ActivityIdRequest, call: CallContext): Promise<PublicActivityDetailView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.activities.find(tx, request.activityId);
      if (row === null) throw new DomainError('NOT_FOUND');
      const { description, hasConditions, ...rest } = row;
      const descriptionHtml = description === null ? null : renderedMarkdown(description);
      return { ...viewOf(rest, tx.now), descriptionHtml, hasConditions };
    });
  }

  @Handles(activityContract.listPublic)
  list(request: ListPublicActivitiesRequest, call: CallContext): Promise<Page<PublicActivityView>> {
    return this.transactions.read(call, async (tx) => {
      const [path] = await this.references.pathsOf(tx, [request.unionId]);
      if (path === undefined) throw new DomainError('NOT_FOUND');
      const rows = await this.activities.upcoming(tx, path, request);
      const views = rows.map((row) => viewOf(row, tx.now));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.startsAt, view.id] });
    });
  }
}

function viewOf({ isFull, ...row }: PublicActivity, now: Date): PublicActivityView {
  return {
    ...row,
    phase: publishedPhaseOf(row, now, isFull),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    signUpOpensAt: row.signUpOpensAt.toISOString(),
    signUpClosesAt: row.signUpClosesAt.toISOString(),
  };
}
