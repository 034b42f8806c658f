import { Injectable } from '@nestjs/common';
import {
  drawContract,
  type DrawEntryView,
  type DrawIdRequest,
  type EnterDrawRequest,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Batches, type PendingRequest, pendingRequest, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityTurns } from '../../activities/activity/activity-turns.js';
import { DrawRepository } from './draw.repository.js';
import { EntryWork } from './entry-work.js';

/**
 * Entering a draw and leaving it again. Thousands may press at the same moment, though being first brings no
 * advantage: requests are batched like sign-ups.
 */
@Injectable()
export class EntryService {
  private readonly batches: Batches<PendingRequest<EnterDrawRequest>, Outcome<DrawEntryView>>;

  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly draws: DrawRepository,
    private readonly work: EntryWork,
  ) {
    this.batches = new Batches(turns, (activityId, batch) =>
      this.transactions.commands(drawContract.enter, batch, {
        lock: (tx) => this.work.lock(tx, activityId),
        decide: (asked, activity) => this.work.enter(asked, activity),
      }),
    );
  }

  /** Enters the caller with their companions; a caller who has entered already gets their entry. */
  @Handles(drawContract.enter)
  async enter(request: EnterDrawRequest, call: CallContext): Promise<Outcome<DrawEntryView>> {
    const activityId = await this.activityOf(request.drawId, call);
    return this.batches.add(activityId, pendingRequest(request, call), call.deadline);
  }

  /** People may leave and enter again until the close. */
  @Handles(drawContract.withdraw)
  async withdraw(request: DrawIdRequest, call: CallContext): Promise<Outcome<DrawEntryView>> {
    const activityId = await this.activityOf(request.drawId, call);
    return this.transactions.command(
      call,
      drawContract.withdraw,
      request,
      (tx) => this.work.withdraw(tx, request.drawId),
      { turn: this.turns.at(activityId) },
    );
  }

  /** The activity to queue at never changes, so it may be read before the lock. */
  private async activityOf(drawId: string, call: CallContext): Promise<string> {
    const row = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.enterDraw, {});
      return this.draws.findById(tx, drawId);
    });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row.activityId;
  }
}
