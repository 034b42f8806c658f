import { Injectable } from '@nestjs/common';
import {
  circleContract,
  type CircleMemberAct,
  circleModeratorsMax,
  type CirclePersonId,
  type CirclePeopleView,
  type CirclePersonLine,
  type ListCirclePeople,
  type NameCircleModerators,
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

  /** The circle is locked first, so that of several officers at once nobody passes the limit. */
  @Handles(circleContract.nameModerators)
  nameModerators(request: NameCircleModerators, call: CallContext): Promise<Outcome<CirclePeopleView>> {
    return this.transactions.command(call, circleContract.nameModerators, request, async (tx) => {
      const { circleId } = request;
      await this.circles.lock(tx, circleId);
      const seen = await this.presenter.visible(tx, circleId);
      if (!isModerator(seen.roles)) throw new DomainError('NOT_PERMITTED');
      const named = new Map<string, CircleMemberRow>();
      for (const personId of [...new Set(request.personIds)].sort())
        named.set(personId, await this.lockNameable(tx, seen, { circleId, personId, request }));
      const fresh = [...named.values()].filter(({ isModerator: moderates }) => !moderates);
      if ((await this.circles.countModerators(tx, circleId)) + fresh.length > circleModeratorsMax)
        throw new DomainError('CIRCLE_MODERATORS_MAX', { params: { max: circleModeratorsMax } });
      const items: CirclePersonLine[] = [];
      for (const row of fresh) items.push(await this.save(tx, seen, row, { isModerator: true }));
      return { items };
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

  /** @throws DomainError `NOT_FOUND`, `CIRCLE_MEMBER_STATE` unless they are a member whom the caller may name, or who moderates */
  private async lockNameable(
    tx: Transaction,
    seen: SeenCircle,
    {
      circleId,
      personId,
      request,
    }: CirclePersonId & { readonly request: Pick<NameCircleModerators, 'personIds'> },
  ): Promise<CircleMemberRow> {
    const pointer = `/personIds/${request.personIds.indexOf(personId)}`;
    const row = await this.circles.lockMember(tx, circleId, personId);
    if (row === null) throw new DomainError('NOT_FOUND', { pointer });
    const { actor } = tx.call;
    const person = { ...row, isSelf: actor !== null && isSelf(actor, personId) };
    const acts = circleMemberActsOf(seen.circle, seen.roles, person);
    if (!acts.includes('nameModerator') && !acts.includes('endModerator'))
      throw new DomainError('CIRCLE_MEMBER_STATE', { pointer });
    return row;
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
