import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  drawContract,
  type DrawProofView,
  type DrawIdRequest,
  type DrawsView,
  type DrawView,
  type ListDrawsRequest,
  type MyDrawEntriesRequest,
  type MyDrawEntryView,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { actions as seatsActions } from '../actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { DrawRow } from './draw.entity.js';
import { resultText } from './draw.model.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { DrawRepository } from './draw.repository.js';
import { drawViewOf, ownEntryViewOf } from './draw.view.js';

/** Reads draws: everybody who sees the activity sees them, with their own entry. */
@Injectable()
export class DrawReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly draws: DrawRepository,
    private readonly entries: DrawEntryRepository,
  ) {}

  @Handles(drawContract.get)
  get(request: DrawIdRequest, call: CallContext): Promise<DrawView> {
    return this.transactions.read(call, async (tx) => {
      const { draw, activity } = await this.find(tx, request.drawId);
      return drawViewOf(draw, activity, await this.entries.find(tx, draw.id, tx.personId));
    });
  }

  @Handles(drawContract.list)
  list(request: ListDrawsRequest, call: CallContext): Promise<DrawsView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.seen(tx, request.activityId);
      const draws = await this.draws.ofActivity(tx, activity.id);
      const ids = draws.map(({ id }) => id);
      const mine = await this.entries.ofPerson(tx, ids, tx.personId);
      const items = draws.map((draw) => drawViewOf(draw, activity, mine.get(draw.id) ?? null));
      return { items, nextCursor: null };
    });
  }

  @Handles(drawContract.mine)
  mine(request: MyDrawEntriesRequest, call: CallContext): Promise<Page<MyDrawEntryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(seatsActions.seeOwnRegistrations, {});
      const { items, nextCursor } = toPage(await this.entries.own(tx, tx.personId, request), {
        limit: request.limit,
        cursorOf: ({ enteredAt, drawId }) => [enteredAt.toISOString(), drawId],
      });
      return { items: items.map(ownEntryViewOf), nextCursor };
    });
  }

  /** @throws DomainError `DRAW_NOT_DRAWN` */
  @Handles(drawContract.proof)
  proof(request: DrawIdRequest, call: CallContext): Promise<DrawProofView> {
    return this.transactions.read(call, async (tx) => {
      const { draw } = await this.find(tx, request.drawId);
      const { id: drawId, commitment, secret, listHash, seed } = draw;
      if (draw.state !== 'drawn' || secret === null || listHash === null || seed === null)
        throw new DomainError('DRAW_NOT_DRAWN');
      const list = (await this.draws.listOf(tx, drawId)) ?? '';
      const lines = await this.entries.results(tx, drawId);
      const result = resultText(
        lines.map(({ number }) => number),
        lines.map((line) => line.result),
      );
      return { drawId, commitment, secret, list, listHash, seed, result };
    });
  }

  private async find(
    tx: Transaction,
    drawId: string,
  ): Promise<{ readonly draw: DrawRow; readonly activity: ActivityRow }> {
    tx.authorise(actions.seeActivity, {});
    const draw = await this.draws.findById(tx, drawId);
    if (draw === null) throw new DomainError('NOT_FOUND');
    return { draw, activity: await this.seen(tx, draw.activityId) };
  }

  private async seen(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, activity);
    return activity;
  }
}
