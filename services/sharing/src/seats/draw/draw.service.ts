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
import { LineRepository } from '../registration/line.repository.js';
import { commitmentOf, newSecret } from './draw-hash.js';
import { DrawDesk } from './draw-desk.js';
import type { DrawRow } from './draw.entity.js';
import { requireWindow } from './draw.model.js';
import { DrawRepository } from './draw.repository.js';
import { DrawSecrets } from './draw-secrets.js';
import { drawViewOf } from './draw.view.js';

const drawsMax = 20;

/** What the organiser does with a draw. */
@Injectable()
export class DrawService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: DrawDesk,
    private readonly secrets: DrawSecrets,
    private readonly draws: DrawRepository,
    private readonly lines: LineRepository,
  ) {}

  /** From now on nobody gets a seat by being faster; what was given before stays given. */
  @Handles(drawContract.create)
  create(request: CreateDrawRequest, call: CallContext): Promise<Outcome<DrawView>> {
    return this.transactions.command(call, drawContract.create, request, async (tx) => {
      const activity = await this.desk.lockManaged(tx, request.activityId);
      requireAhead(activity, tx.now);
      if (activity.queue !== null) throw new DomainError('QUEUE_AND_DRAW');
      const window = { opensAt: new Date(request.opensAt), closesAt: new Date(request.closesAt) };
      requireWindow(window, activity.startsAt, tx.now);
      await this.requireFree(tx, activity.id);
      const row = this.newDraw(tx, activity.id, { ...window, fairShareDays: request.fairShareDays ?? null });
      const saved = await this.desk.changes.add(tx, activity, row);
      return drawViewOf(row, saved, null);
    });
  }

  @Handles(drawContract.change)
  change(request: ChangeDrawRequest, call: CallContext): Promise<Outcome<DrawView>> {
    return this.transactions.command(call, drawContract.change, request, async (tx) => {
      const { activity, draw } = await this.desk.lockDraw(tx, request.drawId);
      await this.desk.access.manage(tx, activity, actions.manageDraws);
      requireVersion(tx, draw.version);
      requireOpenState(draw);
      if (tx.now >= draw.opensAt) throw new DomainError('DRAW_OPENED');
      const changes = {
        opensAt: request.opensAt ? new Date(request.opensAt) : draw.opensAt,
        closesAt: request.closesAt ? new Date(request.closesAt) : draw.closesAt,
        fairShareDays: request.fairShareDays === undefined ? draw.fairShareDays : request.fairShareDays,
      };
      requireWindow(changes, activity.startsAt, tx.now);
      const saved = await this.desk.changes.save(tx, activity, { before: draw, changes });
      return drawViewOf(saved.row, saved.activity, await this.desk.mine(tx, draw.id));
    });
  }

  /** Never once the list is frozen: whoever could cancel then could draw until he likes the result. */
  @Handles(drawContract.cancel)
  cancel(request: CancelDrawRequest, call: CallContext): Promise<Outcome<DrawView>> {
    return this.transactions.command(call, drawContract.cancel, request, async (tx) => {
      const { activity, draw } = await this.desk.lockDraw(tx, request.drawId);
      await this.desk.access.manage(tx, activity, actions.manageDraws);
      requireVersion(tx, draw.version);
      requireOpenState(draw);
      if (tx.now >= draw.closesAt) throw new DomainError('DRAW_CLOSED');
      const saved = await this.desk.cancel(tx, activity, { draw, reason: request.reason });
      return drawViewOf(saved.row, saved.activity, await this.desk.mine(tx, draw.id));
    });
  }

  /** @throws DomainError `DRAW_EXISTS`, `DRAWS_TOO_MANY`, `DRAW_LINE_WAITS` */
  private async requireFree(tx: Transaction, activityId: string): Promise<void> {
    if (await this.draws.isPending(tx, activityId)) throw new DomainError('DRAW_EXISTS');
    if ((await this.draws.count(tx, activityId)) >= drawsMax)
      throw new DomainError('DRAWS_TOO_MANY', { params: { max: drawsMax } });
    const { lines } = await this.lines.hall(tx, activityId);
    const waiting = [...lines.values()].reduce((sum, line) => sum + line.waitingParties, 0);
    // What comes free is theirs first, so it cannot be drawn among others.
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
