import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import type { OccasionKind } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import {
  type ListOccasions,
  type MyOccasionsView,
  occasionContract,
  occasionDaysAhead,
  type OccasionId,
  type OccasionView,
  type OpenOccasion,
  type SkipOccasion,
  type TellOccasion,
  toldOccasionsMax,
} from '@gongxiang/contracts/affairs/matters/occasion.contract';
import type { ConsentState } from '@gongxiang/contracts/words/consent';
import { type CallContext, DomainError, isSelf, newId, officesOf, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { MatterSendingService } from '../matter/matter-sending.service.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { OccasionRow } from './occasion.entity.js';
import {
  occasionAnswers,
  requireOpen,
  requireTellable,
  requireUntold,
  serviceFor,
} from './occasion.model.js';
import { OccasionPresenter } from './occasion-presenter.js';
import { type OccasionRecord, OccasionRepository } from './occasion.repository.js';
import { OccasionSeal } from './occasion-seal.js';
import { OccasionWaits } from './occasion-waits.js';

interface Line {
  readonly unionId: string;
  readonly personId: string;
  readonly kind: OccasionKind;
  readonly on: string;
}

/** Officers see whom of their union they visit, and open the matter or say that none is needed; members tell what nobody else knows. */
@Injectable()
export class OccasionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly occasions: OccasionRepository,
    private readonly references: ReferenceRepository,
    private readonly services: ServiceItemRepository,
    private readonly sending: MatterSendingService,
    private readonly presenter: OccasionPresenter,
    private readonly seal: OccasionSeal,
    private readonly waits: OccasionWaits,
  ) {}

  @Handles(occasionContract.list)
  list(request: ListOccasions, call: CallContext): Promise<Page<OccasionView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.requireOffice(tx, request.unionId);
      const month = request.month ?? shanghaiDate(tx.now).slice(0, 7);
      const page = toPage(await this.occasions.lines(tx, { ...request, month }), {
        limit: request.limit,
        cursorOf: ({ on, personId, slot }) => [on, personId, slot],
      });
      return { ...page, items: await this.presenter.views(tx, union, page.items) };
    });
  }

  /** The lock of the copy of the person's record keeps two at once to one matter. */
  @Handles(occasionContract.open)
  open(request: OpenOccasion, call: CallContext): Promise<Outcome<OccasionView>> {
    return this.transactions.command(call, occasionContract.open, request, async (tx) => {
      const union = await this.requireOffice(tx, request.unionId);
      const before = await this.lockLine(tx, request);
      // Whoever brought a matter does not deal with it.
      if (tx.call.actor !== null && isSelf(tx.call.actor, request.personId))
        throw new DomainError('OCCASION_OWN');
      requireOpen(before.stored);
      const service = serviceFor(request.kind, await this.services.forOccasions(tx, union.path));
      if (service === null) throw new DomainError('OCCASION_NO_SERVICE');
      const { personId, unionId } = request;
      const answers = occasionAnswers(service.definition, request);
      const matterId = await this.sending.openFor(tx, service, { personId, unionId, answers });
      await this.done(tx, before, { ...request, state: 'opened', matterId, sealedReason: null });
      return this.presented(tx, union, request);
    });
  }

  @Handles(occasionContract.skip)
  skip(request: SkipOccasion, call: CallContext): Promise<Outcome<OccasionView>> {
    return this.transactions.command(call, occasionContract.skip, request, async (tx) => {
      const union = await this.requireOffice(tx, request.unionId);
      const before = await this.lockLine(tx, request);
      requireOpen(before.stored);
      const id = before.id ?? newId();
      const sealedReason = this.seal.seal('reason', id, request.reason);
      await this.done(tx, before, { ...request, id, state: 'skipped', matterId: null, sealedReason });
      return this.presented(tx, union, request);
    });
  }

  @Handles(occasionContract.tell)
  tell(request: TellOccasion, call: CallContext): Promise<Outcome<MyOccasionsView>> {
    return this.transactions.command(call, occasionContract.tell, request, async (tx) => {
      tx.authorise(actions.tellOccasion, {});
      const { kind, on } = request;
      requireTellable(on, shanghaiDate(tx.now), occasionDaysAhead);
      const member = await this.references.lockMember(tx, tx.personId);
      const told = await this.occasions.told(tx, tx.personId, toldOccasionsMax);
      requireUntold(
        kind,
        on,
        told.map((row) => ({ kind: this.seal.kindOf(row), on: row.happenedOn })),
      );
      const id = newId();
      const toldTo = member === null || member.state === 'ended' ? null : member.unionId;
      await this.occasions.insert(tx, {
        id,
        personId: tx.personId,
        source: 'told',
        sealedKind: this.seal.seal('kind', id, kind),
        happenedOn: on,
        state: 'told',
        toldTo,
        unionId: null,
        matterId: null,
        sealedReason: null,
        doneBy: null,
        doneAt: null,
        createdAt: tx.now,
      });
      tx.audit({ noun: 'occasion', id, before: null, after: { state: 'told' } });
      await this.waits.told(tx, tx.personId, toldTo);
      return this.presenter.mine(tx);
    });
  }

  @Handles(occasionContract.listMine)
  listMine(_request: NoRequest, call: CallContext): Promise<MyOccasionsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.tellOccasion, {});
      return this.presenter.mine(tx);
    });
  }

  @Handles(occasionContract.takeBack)
  takeBack(request: OccasionId, call: CallContext): Promise<Outcome<MyOccasionsView>> {
    return this.transactions.command(call, occasionContract.takeBack, request, async (tx) => {
      tx.authorise(actions.tellOccasion, {});
      await this.references.lockMember(tx, tx.personId);
      const row = await this.occasions.find(tx, request.occasionId);
      if (row?.source !== 'told' || row.personId !== tx.personId) throw new DomainError('NOT_FOUND');
      if (row.state === 'opened') throw new DomainError('OCCASION_TAKEN_UP');
      await this.occasions.remove(tx, row.id);
      tx.audit({ noun: 'occasion', id: row.id, before: { state: row.state }, after: null });
      await this.waits.sync(tx, [row.toldTo]);
      return this.presenter.mine(tx);
    });
  }

  /** Keeps whether somebody is visited for days of their record. */
  async choose(tx: Transaction, state: ConsentState): Promise<void> {
    if (state.purpose === 'occasions') await this.occasions.saveChoice(tx, state);
  }

  /** Officers of the very union: those above have nobody there to visit. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async requireOffice(tx: Transaction, unionId: string): Promise<UnionRef> {
    const union = await this.references.findUnion(tx, unionId);
    tx.authorise(actions.seeOccasions, { paths: union ? [union.path] : [] });
    if (union === null) throw new DomainError('NOT_FOUND');
    if (!officesOf(tx.call.actor, actions.seeOccasions).includes(union.id))
      throw new DomainError('NOT_PERMITTED');
    return union;
  }

  private async lockLine(tx: Transaction, line: Line): Promise<OccasionRecord> {
    await this.references.lockMember(tx, line.personId);
    return this.line(tx, line);
  }

  /** @throws DomainError `OCCASION_NOT_DUE` unless the list has it */
  private async line(tx: Transaction, { unionId, personId, kind, on }: Line): Promise<OccasionRecord> {
    const found = await this.occasions.lines(tx, { unionId, personId, month: on.slice(0, 7) });
    const line = found.find((one) => one.on === on && this.presenter.kindOf(one) === kind);
    if (line === undefined) throw new DomainError('OCCASION_NOT_DUE');
    return line;
  }

  private async presented(tx: Transaction, union: UnionRef, line: Line): Promise<OccasionView> {
    const [view] = await this.presenter.views(tx, union, [await this.line(tx, line)]);
    if (view === undefined) throw new DomainError('OCCASION_NOT_DUE');
    return view;
  }

  private async done(
    tx: Transaction,
    before: OccasionRecord,
    after: Line & Pick<OccasionRow, 'state' | 'matterId' | 'sealedReason'> & { readonly id?: string },
  ): Promise<void> {
    const { state, matterId, sealedReason, unionId } = after;
    const id = before.id ?? after.id ?? newId();
    const change = { state, matterId, sealedReason, unionId, doneBy: tx.personId, doneAt: tx.now };
    if (before.id === null)
      await this.occasions.insert(tx, {
        ...change,
        id,
        personId: before.personId,
        source: before.source,
        sealedKind: null,
        happenedOn: before.on,
        toldTo: null,
        createdAt: tx.now,
      });
    else await this.occasions.update(tx, { id, ...change });
    // Neither of whom nor of what: both would be there for good.
    tx.audit({
      noun: 'occasion',
      id,
      before: before.stored === null ? null : { state: before.stored },
      after: { state, matterId },
    });
    await this.waits.sync(tx, [before.toldTo]);
  }
}
