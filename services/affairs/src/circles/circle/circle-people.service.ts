import { Injectable } from '@nestjs/common';
import {
  circleContract,
  type CircleMemberAct,
  circleModeratorsMax,
  type CirclePersonId,
  type CirclePersonLine,
  type ListCirclePeople,
  type RemoveFromCircle,
} from '@gongxiang/contracts/affairs/circles/circle.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, isSelf } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { noteLook, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import type { CircleMemberRow } from './circle.entity.js';
import { circleMemberActsOf, isModerator, isReader } from './circle.model.js';
import { CirclePresenter, type SeenCircle } from './circle-presenter.js';
import { CircleRepository } from './circle.repository.js';
import { CircleSeal } from './circle-seal.js';
import { CircleWaits } from './circle-waits.js';

/** Moderators decide on who is in a circle. */
@Injectable()
export class CirclePeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly circles: CircleRepository,
    private readonly presenter: CirclePresenter,
    private readonly seal: CircleSeal,
    private readonly waits: CircleWaits,
  ) {}

  @Handles(circleContract.listPeople)
  list(request: ListCirclePeople, call: CallContext): Promise<Page<CirclePersonLine>> {
    return this.transactions.read(call, async (tx) => {
      const { circleId, state = 'member', ...filter } = request;
      const seen = await this.presenter.visible(tx, circleId);
      const isDeciding = isModerator(seen.roles);
      if (!isDeciding && !(state === 'member' && isReader(seen.roles)))
        throw new DomainError('NOT_PERMITTED');
      const rows = await this.circles.people(tx, circleId, { ...filter, state });
      const page = toPage(rows, { limit: filter.limit, cursorOf: ({ id }) => [id] });
      // Members are shown to each other; who else reads a name is told to whose it is.
      if (!isReader(seen.roles) || state !== 'member')
        noteLook(
          tx,
          'record',
          page.items.map(({ personId }) => personId),
        );
      return { ...page, items: page.items.map((row) => this.presenter.person(tx, row, seen)) };
    });
  }

  @Handles(circleContract.accept)
  accept(request: CirclePersonId, call: CallContext): Promise<Outcome<CirclePersonLine>> {
    return this.transactions.command(call, circleContract.accept, request, async (tx) => {
      const { seen, row } = await this.lock(tx, request, 'accept');
      await this.tell(tx, seen, { row, kind: 'circleAccepted' });
      return this.save(tx, seen, row, { state: 'member', sealedReason: null });
    });
  }

  @Handles(circleContract.decline)
  decline(request: CirclePersonId, call: CallContext): Promise<Outcome<CirclePersonLine>> {
    return this.transactions.command(call, circleContract.decline, request, async (tx) => {
      const { seen, row } = await this.lock(tx, request, 'decline');
      // Whoever was removed before stays so: an open circle would let them in otherwise.
      return this.save(tx, seen, row, { state: row.sealedReason === null ? 'declined' : 'removed' });
    });
  }

  @Handles(circleContract.remove)
  remove(request: RemoveFromCircle, call: CallContext): Promise<Outcome<CirclePersonLine>> {
    return this.transactions.command(call, circleContract.remove, request, async (tx) => {
      const { seen, row } = await this.lock(tx, request, 'remove');
      await this.tell(tx, seen, { row, kind: 'circleRemoved' });
      const sealedReason = this.seal.seal('member-reason', row.id, request.reason);
      return this.save(tx, seen, row, { state: 'removed', isModerator: false, sealedReason });
    });
  }

  @Handles(circleContract.nameModerator)
  nameModerator(request: CirclePersonId, call: CallContext): Promise<Outcome<CirclePersonLine>> {
    return this.transactions.command(call, circleContract.nameModerator, request, async (tx) => {
      const { seen, row } = await this.lock(tx, request, 'nameModerator');
      if ((await this.circles.countModerators(tx, request.circleId)) >= circleModeratorsMax)
        throw new DomainError('CIRCLE_MODERATORS_MAX', { params: { max: circleModeratorsMax } });
      return this.save(tx, seen, row, { isModerator: true });
    });
  }

  @Handles(circleContract.endModerator)
  endModerator(request: CirclePersonId, call: CallContext): Promise<Outcome<CirclePersonLine>> {
    return this.transactions.command(call, circleContract.endModerator, request, async (tx) => {
      const { seen, row } = await this.lock(tx, request, 'endModerator');
      return this.save(tx, seen, row, { isModerator: false });
    });
  }

  /**
   * Locks a circle and somebody in it, in this order, for an act of a moderator.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `CIRCLE_MEMBER_STATE`
   */
  private async lock(
    tx: Transaction,
    { circleId, personId }: CirclePersonId,
    act: CircleMemberAct,
  ): Promise<{ readonly seen: SeenCircle; readonly row: CircleMemberRow }> {
    await this.circles.lock(tx, circleId);
    const seen = await this.presenter.visible(tx, circleId);
    if (!isModerator(seen.roles)) throw new DomainError('NOT_PERMITTED');
    const row = await this.circles.lockMember(tx, circleId, personId);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    const { actor } = tx.call;
    const person = { ...row, isSelf: actor !== null && isSelf(actor, personId) };
    if (!circleMemberActsOf(seen.circle, seen.roles, person).includes(act))
      throw new DomainError('CIRCLE_MEMBER_STATE');
    return { seen, row };
  }

  private async save(
    tx: Transaction,
    seen: SeenCircle,
    before: CircleMemberRow,
    changes: Partial<CircleMemberRow>,
  ): Promise<CirclePersonLine> {
    const since = changes.state === undefined ? before.since : tx.now;
    const row = { ...before, ...changes, since, decidedBy: tx.personId, version: before.version + 1 };
    await this.circles.putMember(tx, row);
    await this.waits.sync(tx, seen.circle);
    tx.audit({ noun: 'circle-member', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    return this.presenter.person(tx, row, seen);
  }

  private tell(
    tx: Transaction,
    { circle }: SeenCircle,
    { row, kind }: { readonly row: CircleMemberRow; readonly kind: 'circleAccepted' | 'circleRemoved' },
  ): Promise<void> {
    return raiseNotices(tx, 'affairs', [
      {
        kind,
        why: 'inCircle',
        personIds: [row.personId],
        about: { circleId: circle.id },
        title: circle.name,
        cause: `${kind}/${row.id}/${row.version}`,
      },
    ]);
  }
}

function auditedOf({ version, state, isModerator: moderates }: CircleMemberRow): Record<string, unknown> {
  return { version, state, isModerator: moderates };
}
