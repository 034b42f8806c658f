import { Injectable } from '@nestjs/common';
import {
  type ChangeVisit,
  type EnterVisit,
  type FollowUpVisit,
  type ListMyVisits,
  type ListVisits,
  type VisitAct,
  type VisitContent,
  visitContract,
  type VisitId,
  type VisitLine,
  type VisitView,
  type WithdrawVisit,
} from '@gongxiang/contracts/affairs/records/visit.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CallContext,
  DomainError,
  isSelf,
  newId,
  officesOf,
  reachOf,
  shanghaiDate,
} from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { MatterRepository } from '../../matters/matter/matter.repository.js';
import { OccasionRepository } from '../../matters/occasion/occasion.repository.js';
import { actions } from '../actions.js';
import { officeFor } from '../record/record.model.js';
import { RecordRepository } from '../record/record.repository.js';
import type { VisitRow } from './visit.entity.js';
import { isWanted, isWhoActs, requirePossible, stateOf, visitProblems } from './visit.model.js';
import { VisitPresenter } from './visit-presenter.js';
import { VisitRepository } from './visit.repository.js';
import { VisitSeal } from './visit-seal.js';
import { VisitWaits } from './visit-waits.js';

/** Visits to members: entered by officers of their union, seen by who went, who was visited, and the union that answers for it. */
@Injectable()
export class VisitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: VisitRepository,
    private readonly records: RecordRepository,
    private readonly matters: MatterRepository,
    private readonly occasions: OccasionRepository,
    private readonly presenter: VisitPresenter,
    private readonly seal: VisitSeal,
    private readonly waits: VisitWaits,
  ) {}

  @Handles(visitContract.enter)
  enter(request: EnterVisit, call: CallContext): Promise<Outcome<VisitView>> {
    return this.transactions.command(call, visitContract.enter, request, async (tx) => {
      const { personId } = request;
      const member = await this.records.memberOf(tx, personId);
      tx.authorise(actions.enterVisit, { paths: member === null ? [] : [member.unionPath] });
      if (member === null) throw new DomainError('NOT_FOUND');
      if (call.actor !== null && isSelf(call.actor, personId))
        throw new DomainError('VISIT_OWN', { pointer: '/personId' });
      const id = newId();
      const row: VisitRow = {
        id,
        version: 1,
        personId,
        unionId: officeFor(call.actor, member),
        ...(await this.contentOf(tx, { id, personId, followedUpAt: null, enteredAt: tx.now }, request)),
        sealedOutcome: null,
        sealedWithdrawal: null,
        followedUpAt: null,
        enteredBy: tx.personId,
        enteredAt: tx.now,
      };
      await this.visits.insert(tx, row);
      await this.tellPerson(tx, row);
      return this.saved(tx, null, row);
    });
  }

  @Handles(visitContract.change)
  change(request: ChangeVisit, call: CallContext): Promise<Outcome<VisitView>> {
    return this.transactions.command(call, visitContract.change, request, async (tx) => {
      const before = await this.lock(tx, request.visitId, 'change');
      const changes = await this.contentOf(tx, before, request);
      // Without a promise there is nothing that became of it.
      const gone = changes.followUpOn === null ? { followedUpAt: null, sealedOutcome: null } : {};
      return this.save(tx, before, { ...changes, ...gone });
    });
  }

  @Handles(visitContract.followUp)
  followUp({ visitId, outcome }: FollowUpVisit, call: CallContext): Promise<Outcome<VisitView>> {
    return this.transactions.command(call, visitContract.followUp, { visitId, outcome }, async (tx) => {
      const before = await this.lock(tx, visitId, 'followUp');
      const sealedOutcome = this.seal.seal('outcome', visitId, outcome);
      return this.save(tx, before, { state: 'done', sealedOutcome, followedUpAt: tx.now });
    });
  }

  /** Nothing stays of what was said: it may be about somebody else. */
  @Handles(visitContract.withdraw)
  withdraw({ visitId, reason }: WithdrawVisit, call: CallContext): Promise<Outcome<VisitView>> {
    return this.transactions.command(call, visitContract.withdraw, { visitId, reason }, async (tx) => {
      const before = await this.lock(tx, visitId, 'withdraw');
      return this.save(tx, before, {
        state: 'withdrawn',
        matterId: null,
        sealedReason: null,
        sealedBrought: null,
        sealedAmount: null,
        sealedFound: null,
        sealedPromise: null,
        sealedOutcome: null,
        sealedWithdrawal: this.seal.seal('withdrawal', visitId, reason),
      });
    });
  }

  @Handles(visitContract.get)
  get({ visitId }: VisitId, call: CallContext): Promise<VisitView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeVisits, {});
      const row = await this.visits.find(tx, visitId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.presenter.view(tx, row);
    });
  }

  @Handles(visitContract.list)
  list(request: ListVisits, call: CallContext): Promise<Page<VisitLine>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(call.actor, actions.listVisits);
      tx.authorise(actions.listVisits, { paths, visible: true });
      const rows = await this.visits.ofUnions(tx, officesOf(call.actor, actions.listVisits), request);
      return this.page(tx, rows, request.limit);
    });
  }

  @Handles(visitContract.listMine)
  listMine({ side, ...paging }: ListMyVisits, call: CallContext): Promise<Page<VisitLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeVisits, {});
      const rows =
        side === 'visited'
          ? await this.visits.ofPerson(tx, tx.personId, paging)
          : await this.visits.ofVisitor(tx, tx.personId, paging);
      return this.page(tx, rows, paging.limit);
    });
  }

  private async page(
    tx: Transaction,
    rows: readonly VisitRow[],
    limit: number | undefined,
  ): Promise<Page<VisitLine>> {
    const page = toPage(rows, { limit, cursorOf: ({ id }) => [id] });
    return { ...page, items: await this.presenter.lines(tx, page.items) };
  }

  /**
   * What is stored of what is said. A correction keeps the reason and the matter that stood there, whatever has become of them.
   * @param visit as it stands; without a version where it is new
   * @throws DomainError `VISIT_INVALID` with what is wrong, `VISIT_NOT_WANTED`, `VISIT_VISITOR_UNKNOWN`, `VISIT_MATTER_UNKNOWN`
   */
  private async contentOf(
    tx: Transaction,
    visit: Pick<VisitRow, 'id' | 'personId' | 'followedUpAt' | 'enteredAt'> & Partial<VisitRow>,
    content: VisitContent,
  ) {
    const { id, personId, followedUpAt, enteredAt } = visit;
    const { reason, visitedOn, brought, amount, found, promised } = content;
    const errors = visitProblems(content, personId, shanghaiDate(enteredAt));
    if (errors.length > 0) throw new DomainError('VISIT_INVALID', { errors });
    const isSame = this.seal.open('reason', id, visit.sealedReason ?? null) === reason;
    if (!isSame && !isWanted(reason, await this.occasions.isAllowed(tx, personId)))
      throw new DomainError('VISIT_NOT_WANTED', { pointer: '/reason' });
    const followUpOn = content.followUpOn ?? null;
    const sealed = (part: Parameters<VisitSeal['seal']>[0], said: string | null | undefined) =>
      said ? this.seal.seal(part, id, said) : null;
    return {
      state: stateOf({ followUpOn, followedUpAt }),
      visitedOn,
      visitorIds: await this.visitorsOf(tx, content),
      matterId: await this.matterOf(tx, visit, content),
      sealedReason: sealed('reason', reason),
      sealedBrought: sealed('brought', brought),
      sealedAmount: sealed('amount', amount?.amount),
      sealedFound: sealed('found', found),
      sealedPromise: sealed('promise', promised),
      followUpOn,
    };
  }

  /** Each once. @throws DomainError `VISIT_VISITOR_UNKNOWN` */
  private async visitorsOf(tx: Transaction, { visitorIds }: VisitContent): Promise<string[]> {
    const known = await this.visits.names(tx, visitorIds);
    if (visitorIds.some((id) => !known.has(id)))
      throw new DomainError('VISIT_VISITOR_UNKNOWN', { pointer: '/visitorIds' });
    return [...new Set(visitorIds)];
  }

  /** Another's matter is nobody's to learn of, so that one that is not there answers the same. @throws DomainError `VISIT_MATTER_UNKNOWN` */
  private async matterOf(
    tx: Transaction,
    { personId, matterId = null }: Pick<VisitRow, 'personId'> & Partial<VisitRow>,
    { matterNumber }: VisitContent,
  ): Promise<string | null> {
    if (!matterNumber) return null;
    const before = matterId === null ? null : await this.matters.find(tx, matterId);
    if (before?.number === matterNumber) return before.id;
    const handlerIds = [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
    const id = await this.matters.inHandOf(tx, { number: matterNumber, personId, handlerIds });
    if (id === null) throw new DomainError('VISIT_MATTER_UNKNOWN', { pointer: '/matterNumber' });
    return id;
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `VISIT_STATE` */
  private async lock(tx: Transaction, id: string, act: VisitAct): Promise<VisitRow> {
    const row = await this.visits.lock(tx, id);
    const roles = this.presenter.rolesOf(tx, row);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (!isWhoActs(act, roles)) throw new DomainError('NOT_PERMITTED');
    requireVersion(tx, row.version);
    requirePossible(act, row.state);
    return row;
  }

  private async save(tx: Transaction, before: VisitRow, changes: Partial<VisitRow>): Promise<VisitView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.visits.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(tx: Transaction, before: VisitRow | null, row: VisitRow): Promise<VisitView> {
    await this.waits.sync(tx, row);
    tx.audit({ noun: 'visit', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.presenter.view(tx, row);
  }

  private tellPerson(tx: Transaction, { id, personId }: VisitRow): Promise<void> {
    return raiseNotices(tx, 'affairs', [
      {
        kind: 'visitEntered',
        why: 'aboutYou',
        personIds: [personId],
        about: { visitId: id },
        cause: `visitEntered/${id}`,
      },
    ]);
  }
}

/** Neither whom nor why, nor what was said: the trail has no facts about people. */
function auditedOf({ version, state }: VisitRow): Record<string, unknown> {
  return { version, state };
}
