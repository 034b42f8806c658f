import { Injectable } from '@nestjs/common';
import {
  type CancelDrawRequest,
  type ChangeDrawRequest,
  type CreateDrawRequest,
  drawContract,
  type DrawView,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { CapacityRepository } from '../registration/capacity.repository.js';
import { commitmentOf, newSecret } from './draw-hash.js';
import { DrawEditing } from './draw-editing.js';
import type { DrawRow } from './draw.entity.js';
import { requireWindow } from './draw.model.js';
import { DrawRepository } from './draw.repository.js';
import { DrawSecrets } from './draw-secrets.js';
import { drawViewOf } from './draw.view.js';

const drawsMax = 20;

/** The organiser's commands for draws. */
@Injectable()
export class DrawService {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: DrawEditing,
    private readonly secrets: DrawSecrets,
    private readonly draws: DrawRepository,
    private readonly capacities: CapacityRepository,
  ) {}

  /** From now on nobody gets a seat by being faster; seats assigned before stay assigned. */
  @Handles(drawContract.create)
  create(request: CreateDrawRequest, call: CallContext): Promise<Outcome<DrawView>> {
    return this.transactions.command(call, drawContract.create, request, async (tx) => {
      const activity = await this.editing.lockManaged(tx, request.activityId);
      requireAhead(activity, tx.now);
      if (activity.queue !== null) throw new DomainError('QUEUE_AND_DRAW');
      const window = { opensAt: new Date(request.opensAt), closesAt: new Date(request.closesAt) };
      requireWindow(window, activity.startsAt, tx.now);
      await this.requireFree(tx, activity.id);
      const row = this.newDraw(tx, activity.id, { ...window, fairShareDays: request.fairShareDays ?? null });
      const saved = await this.editing.changes.add(tx, activity, row);
      return drawViewOf(row, saved, null);
    });
  }

  @Handles(drawContract.change)
  change(request: ChangeDrawRequest, call: CallContext): Promise<Outcome<DrawView>> {
    return this.transactions.command(call, drawContract.change, request, async (tx) => {
      const { activity, draw } = await this.editing.lockDraw(tx, request.drawId);
      await this.editing.access.manage(tx, activity, actions.manageDraws);
      requireVersion(tx, draw.version);
      requireOpenState(draw);
      if (tx.now >= draw.opensAt) throw new DomainError('DRAW_OPENED');
      const changes = {
        opensAt: request.opensAt ? new Date(request.opensAt) : draw.opensAt,
        closesAt: request.closesAt ? new Date(request.closesAt) : draw.closesAt,
        fairShareDays: request.fairShareDays === undefined ? draw.fairShareDays : request.fairShareDays,
      };
      requireWindow(changes, activity.startsAt, tx.now);
      const saved = await this.editing.changes.save(tx, activity, { before: draw, changes });
      return drawViewOf(saved.row, saved.activity, await this.editing.mine(tx, draw.id));
    });
  }

  /** Refused once the list is frozen: otherwise the organiser could draw again until they like the result. */
  @Handles(drawContract.cancel)
  cancel(request: CancelDrawRequest, call: CallContext): Promise<Outcome<DrawView>> {
    return this.transactions.command(call, drawContract.cancel, request, async (tx) => {
      const { activity, draw } = await this.editing.lockDraw(tx, request.drawId);
      await this.editing.access.manage(tx, activity, actions.manageDraws);
      requireVersion(tx, draw.version);
      requireOpenState(draw);
      if (tx.now >= draw.closesAt) throw new DomainError('DRAW_CLOSED');
      const saved = await this.editing.cancel(tx, activity, { draw, reason: request.reason });
      return drawViewOf(saved.row, saved.activity, await this.editing.mine(tx, draw.id));
    });
  }

  /** @throws DomainError `DRAW_EXISTS`, `DRAWS_TOO_MANY`, `DRAW_LINE_WAITS` */
  private async requireFree(tx: Transaction, activityId: string): Promise<void> {
    if (await this.draws.isPending(tx, activityId)) throw new DomainError('DRAW_EXISTS');
    if ((await this.draws.count(tx, activityId)) >= drawsMax)
      throw new DomainError('DRAWS_TOO_MANY', { params: { max: drawsMax } });
    const { quotas: capacities } = await this.capacities.load(tx, activityId);
    const waiting = [...capacities.values()].reduce((sum, quota) => sum + quota.waitingParties, 0);
    // Seats that become free belong to the waitlist first, so they cannot be drawn.
    if (waiting > 0) throw new DomainError('DRAW_LINE_WAITS', { params: { waiting } });
  }

  private newDraw(
    tx: Transaction,
    activityId: string,
    terms: Pick<DrawRow, 'opensAt' | 'closesAt' | 'fairShareDays'>,
  ): DrawRow {
    const id = newId();
    const secret = newSecret();
    return {
      id,
      activityId,
      version: 1,
      state: 'open',
      ...terms,
      commitment: commitmentOf(secret),
      sealedSecret: this.secrets.seal(id, secret),
      secret: null,
      entries: 0,
      listHash: null,
      seed: null,
      winners: null,
      settled: 0,
      frozenAt: null,
      drawnAt: null,
      cancelledAt: null,
      cancelReason: null,
      createdBy: tx.personId,
      createdAt: tx.now,
    };
  }
}

/** @throws DomainError `ACTIVITY_NOT_OPEN`, `ACTIVITY_STARTED` */
function requireAhead({ state, startsAt }: ActivityRow, now: Date): void {
  if (state !== 'draft' && state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
  if (now >= startsAt) throw new DomainError('ACTIVITY_STARTED');
}

/** @throws DomainError `DRAW_CANCELLED`, `DRAW_CLOSED` */
function requireOpenState({ state }: DrawRow): void {
  if (state === 'cancelled') throw new DomainError('DRAW_CANCELLED');
  if (state !== 'open') throw new DomainError('DRAW_CLOSED');
}
