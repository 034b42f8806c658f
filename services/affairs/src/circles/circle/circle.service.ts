import { Injectable } from '@nestjs/common';
import {
  type ChangeCircle,
  type CircleAct,
  circleContract,
  type CircleId,
  type CircleLine,
  circlesPerPersonMax,
  type CircleView,
  type FoundCircle,
  type JoinCircle,
  type ListCircles,
} from '@gongxiang/contracts/affairs/circles/circle.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { CircleMemberRow, CircleRow } from './circle.entity.js';
import { circleActsOf, standingOnJoining, standingOnLeaving } from './circle.model.js';
import { CirclePresenter, idsOf } from './circle-presenter.js';
import { type CircleRecord, CircleRepository } from './circle.repository.js';
import { CircleSeal } from './circle-seal.js';
import { CircleWaits } from './circle-waits.js';

/** Officers found circles, change and close them; people join and leave. Whoever joins is locked before the circle. */
@Injectable()
export class CircleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly circles: CircleRepository,
    private readonly references: ReferenceRepository,
    private readonly presenter: CirclePresenter,
    private readonly seal: CircleSeal,
    private readonly waits: CircleWaits,
  ) {}

  @Handles(circleContract.create)
  create(request: FoundCircle, call: CallContext): Promise<Outcome<CircleView>> {
    return this.transactions.command(call, circleContract.create, request, async (tx) => {
      const { unionId, name, about, joining, ownName } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.moderateCircles, { paths: union === null ? [] : [union.path] });
      if (union === null || !union.active) throw new DomainError('NOT_FOUND');
      await this.references.lockMember(tx, tx.personId);
      await this.requireRoom(tx);
      const row: CircleRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'open',
        name,
        pinyin: pinyinOf(name),
        about,
        joining,
        createdBy: tx.personId,
      };
      await this.circles.insert(tx, row);
      await this.enter(tx, row.id, { own: null, state: 'member', ownName });
      return this.saved(tx, null, row);
    });
  }

  @Handles(circleContract.change)
  change(request: ChangeCircle, call: CallContext): Promise<Outcome<CircleView>> {
    return this.transactions.command(call, circleContract.change, request, async (tx) => {
      const before = await this.lock(tx, request.circleId, 'change');
      const { name = before.name, about = before.about, joining = before.joining } = request;
      return this.save(tx, before, { name, pinyin: pinyinOf(name), about, joining });
    });
  }

  @Handles(circleContract.close)
  close({ circleId }: CircleId, call: CallContext): Promise<Outcome<CircleView>> {
    return this.transactions.command(call, circleContract.close, { circleId }, async (tx) =>
      this.save(tx, await this.lock(tx, circleId, 'close'), { state: 'closed' }),
    );
  }

  @Handles(circleContract.reopen)
  reopen({ circleId }: CircleId, call: CallContext): Promise<Outcome<CircleView>> {
    return this.transactions.command(call, circleContract.reopen, { circleId }, async (tx) =>
      this.save(tx, await this.lock(tx, circleId, 'reopen'), { state: 'open' }),
    );
  }

  @Handles(circleContract.join)
  join(request: JoinCircle, call: CallContext): Promise<Outcome<CircleView>> {
    return this.transactions.command(call, circleContract.join, request, async (tx) => {
      const { circleId, ownName } = request;
      await this.references.lockMember(tx, tx.personId);
      const { circle, isAsking } = await this.lockToJoin(tx, circleId);
      const { roles, own } = await this.presenter.visible(tx, circleId);
      if (own?.state === 'member' || own?.state === 'asked') return this.presenter.view(tx, circleId);
      const state = standingOnJoining(circle, roles);
      const isPossible = circleActsOf(circle, roles).includes(state === 'member' ? 'join' : 'ask');
      // Changed a moment ago: whoever tries again stands before it as it is.
      const isOutdated = state === 'asked' && !isAsking;
      if (!isPossible || isOutdated) throw new DomainError('CIRCLE_STATE');
      await this.requireRoom(tx);
      await this.enter(tx, circleId, { own, state, ownName });
      if (isAsking) await this.waits.sync(tx, circle);
      return this.presenter.view(tx, circleId);
    });
  }

  /** Under all ids of the person; whoever leaves a circle that is not for them any more does not see it again. */
  @Handles(circleContract.leave)
  leave({ circleId }: CircleId, call: CallContext): Promise<Outcome<CircleView>> {
    return this.transactions.command(call, circleContract.leave, { circleId }, async (tx) => {
      const circle = await this.circles.lock(tx, circleId);
      const seen = await this.presenter.visible(tx, circleId);
      if (circle === null) throw new DomainError('NOT_FOUND');
      for (const personId of idsOf(tx)) {
        const row = await this.circles.lockMember(tx, circleId, personId);
        if (row === null || (row.state !== 'member' && row.state !== 'asked')) continue;
        const state = standingOnLeaving(row.state, { wasRemoved: row.sealedReason !== null });
        await this.putMember(tx, row, { ...row, state, isModerator: false, decidedBy: null });
      }
      await this.waits.sync(tx, circle);
      if (seen.roles.isAddressed) return this.presenter.view(tx, circleId);
      const [line] = await this.presenter.lines(tx, [seen.circle]);
      if (line === undefined) throw new DomainError('NOT_FOUND');
      return { ...line, reason: null, requestCount: null, reportCount: null, acts: [] };
    });
  }

  @Handles(circleContract.get)
  get({ circleId }: CircleId, call: CallContext): Promise<CircleView> {
    return this.transactions.read(call, (tx) => this.presenter.view(tx, circleId));
  }

  @Handles(circleContract.list)
  list(request: ListCircles, call: CallContext): Promise<Page<CircleLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeCircles, {});
      const records = await this.listed(tx, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: await this.presenter.lines(tx, page.items) };
    });
  }

  private async listed(
    tx: Transaction,
    { mine, moderated, ...filter }: ListCircles,
  ): Promise<CircleRecord[]> {
    const { actor } = tx.call;
    if (mine === true) return this.circles.ofPerson(tx, idsOf(tx), filter);
    if (moderated === true)
      return this.circles.within(tx, { ...filter, paths: reachOf(actor, actions.moderateCircles) });
    const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
    return this.circles.ofUnions(tx, upwards, filter);
  }

  /** A request is told to moderators by the circle, which is locked for it; many who may just enter do so at once. */
  private async lockToJoin(
    tx: Transaction,
    circleId: string,
  ): Promise<{ readonly circle: CircleRow; readonly isAsking: boolean }> {
    const before = await this.presenter.visible(tx, circleId);
    const isAsking = standingOnJoining(before.circle, before.roles) === 'asked';
    const circle = await (isAsking ? this.circles.lock(tx, circleId) : this.circles.hold(tx, circleId));
    if (circle === null) throw new DomainError('NOT_FOUND');
    return { circle, isAsking };
  }

  /** Whose person is locked, so that two at once stay within it. @throws DomainError `CIRCLES_MAX` */
  private async requireRoom(tx: Transaction): Promise<void> {
    if ((await this.circles.countOfPerson(tx, idsOf(tx))) >= circlesPerPersonMax)
      throw new DomainError('CIRCLES_MAX', { params: { max: circlesPerPersonMax } });
  }

  /** Under the name of now, also where they were a member before. */
  private async enter(
    tx: Transaction,
    circleId: string,
    {
      own,
      state,
      ownName,
    }: {
      readonly own: CircleMemberRow | null;
      readonly state: 'member' | 'asked';
      readonly ownName: string;
    },
  ): Promise<void> {
    const id = own?.id ?? newId();
    await this.putMember(tx, own, {
      id,
      version: own?.version ?? 0,
      circleId,
      personId: own?.personId ?? tx.personId,
      state,
      isModerator: false,
      sealedName: this.seal.seal('member-name', id, ownName),
      // Whoever was removed and asks again: moderators read why they were.
      sealedReason: own?.sealedReason ?? null,
      decidedBy: null,
      since: tx.now,
    });
  }

  private async putMember(
    tx: Transaction,
    before: CircleMemberRow | null,
    changed: CircleMemberRow,
  ): Promise<void> {
    const row = { ...changed, version: changed.version + 1, since: tx.now };
    await this.circles.putMember(tx, row);
    tx.audit({
      noun: 'circle-member',
      id: row.id,
      before: before && { version: before.version, state: before.state },
      after: { version: row.version, state: row.state },
    });
  }

  /**
   * Locks a circle for an act of an officer.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `CIRCLE_STATE`
   */
  private async lock(tx: Transaction, id: string, act: CircleAct): Promise<CircleRow> {
    const row = await this.circles.lock(tx, id);
    const { roles } = await this.presenter.visible(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (!roles.isOfficer) throw new DomainError('NOT_PERMITTED');
    requireVersion(tx, row.version);
    if (!circleActsOf(row, roles).includes(act)) throw new DomainError('CIRCLE_STATE');
    return row;
  }

  private save(tx: Transaction, before: CircleRow, changes: Partial<CircleRow>): Promise<CircleView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    return this.circles.update(tx, row).then(() => this.saved(tx, before, row));
  }

  private async saved(tx: Transaction, before: CircleRow | null, row: CircleRow): Promise<CircleView> {
    await this.waits.sync(tx, row);
    tx.audit({ noun: 'circle', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.presenter.view(tx, row.id);
  }
}

function auditedOf({ version, state, name, joining }: CircleRow): Record<string, unknown> {
  return { version, state, name, joining };
}
