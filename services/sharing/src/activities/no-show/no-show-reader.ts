import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListNoShowsRequest,
  type MyNoShowsRequest,
  type MyNoShowView,
  noShowContract,
  type NoShowCountView,
  type NoShowLineView,
  type NoShowIdRequest,
  type NoShowsByActivityRequest,
} from '@gongxiang/contracts/sharing/activities/no-show.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type FoundNoShow, NoShowRepository } from './no-show.repository.js';
import { countViewOf, lineViewOf, ownViewOf } from './no-show.view.js';

/** Reads no-shows: one's own, those of an activity, and their number per activity. */
@Injectable()
export class NoShowReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly noShows: NoShowRepository,
  ) {}

  @Handles(noShowContract.mine)
  mine(request: MyNoShowsRequest, call: CallContext): Promise<Page<MyNoShowView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnNoShows, {});
      const rows = await this.noShows.ofPerson(tx, tx.personId, request);
      const cursorOf = (row: FoundNoShow): string[] => [row.occurredAt.toISOString(), row.id];
      const page = toPage(rows, { limit: request.limit, cursorOf });
      return { items: page.items.map(ownViewOf), nextCursor: page.nextCursor };
    });
  }

  /** For those who may decide on it. */
  @Handles(noShowContract.get)
  get({ noShowId }: NoShowIdRequest, call: CallContext): Promise<NoShowLineView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnNoShows, {});
      const found = await this.noShows.findById(tx, noShowId);
      const activity = found && (await this.activities.findById(tx, found.activityId));
      if (found === null || activity === null) throw new DomainError('NOT_FOUND');
      const visible = found.personId === tx.personId;
      tx.authorise(actions.decideNoShow, { paths: [activity.unionPath], visible });
      return lineViewOf(found);
    });
  }

  @Handles(noShowContract.list)
  list(request: ListNoShowsRequest, call: CallContext): Promise<Page<NoShowLineView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await authoriseMatter(tx, actions.listNoShows, {
        paths: [activity.unionPath],
        visible: activity.publishedAt !== null,
        matters: mattersOf(activity),
      });
      const rows = await this.noShows.ofActivity(tx, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: (row) => [row.personId] });
      return { items: page.items.map(lineViewOf), nextCursor: page.nextCursor };
    });
  }

  /** The numbers of a union's closed activities. */
  @Handles(noShowContract.byActivity)
  byActivity(request: NoShowsByActivityRequest, call: CallContext): Promise<Page<NoShowCountView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const paths = await this.references.pathsOf(tx, [request.unionId]);
      if (paths.length === 0) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.listNoShows, { paths, visible: true });
      const rows = await this.noShows.counts(tx, request);
      const cursorOf = (row: { startsAt: Date; activityId: string }): string[] => [
        row.startsAt.toISOString(),
        row.activityId,
      ];
      const page = toPage(rows, { limit: request.limit, cursorOf });
      return { items: page.items.map(countViewOf), nextCursor: page.nextCursor };
    });
  }
}
