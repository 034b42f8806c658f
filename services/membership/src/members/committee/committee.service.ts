import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ApproveCommitteeElection,
  committeeContract,
  type CommitteeElectionId,
  type CommitteeElectionView,
  type CommitteesView,
  type FileByElection,
  type FileCommitteeElection,
  type ListCommitteeElections,
  type ListCommittees,
  type PublicCommitteesView,
  type RefuseCommitteeElection,
} from '@gongxiang/contracts/membership/members/committee.contract';
import { type CallContext, DomainError, mayDo, newId, reachOf, shanghaiDate } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { requireOpen } from '../../unions/union/union.model.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import type { CommitteeElectionRow, CommitteeSeatRow } from './committee.entity.js';
import { decidedAt, lastDayOf, requireHeld, requireSeats } from './committee.model.js';
import { CommitteePresenter } from './committee-presenter.js';
import { CommitteeRepository, type ElectionRecord } from './committee.repository.js';
import { auditOf, CommitteeSeating } from './committee-seating.js';

type Filed = Pick<
  CommitteeElectionRow,
  'unionId' | 'kind' | 'committeeId' | 'termYears' | 'heldOn' | 'toDay' | 'entitled' | 'present'
>;

/** Committees of unions: an officer files whom the members have elected, and another one of the union above approves it. */
@Injectable()
export class CommitteeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly committees: CommitteeRepository,
    private readonly unions: UnionRepository,
    private readonly seating: CommitteeSeating,
    private readonly presenter: CommitteePresenter,
    private readonly push: Push,
  ) {}

  /** @throws DomainError `PARTY_CLOSED`, `COMMITTEE_…` */
  @Handles(committeeContract.file)
  file(request: FileCommitteeElection, call: CallContext): Promise<Outcome<CommitteeElectionView>> {
    return this.transactions.command(
      call,
      committeeContract.file,
      request,
      async (tx) => {
        const union = await this.lockToFile(tx, request.unionId);
        const { kind, heldOn, entitled, present, seats } = request;
        const inOffice = await this.committees.lockInOffice(tx, { unionId: union.id, kind });
        requireHeld(request, inOffice?.heldOn ?? null, shanghaiDate(tx.now));
        requireSeats(kind, seats);
        await this.requireElectable(
          tx,
          seats.map(({ personId }) => personId),
          union,
          '/seats',
        );
        const years = Number(request.termYears);
        const term = { committeeId: null, termYears: years, toDay: lastDayOf(heldOn, years) };
        const rows = seats.map(({ personId, office }) => ({ personId, office, replacesId: null }));
        return this.insert(tx, { unionId: union.id, kind, heldOn, entitled, present, ...term }, rows);
      },
      { keep: (view) => this.presenter.withoutNames(view) },
    );
  }

  /** @throws DomainError `PARTY_CLOSED`, `COMMITTEE_…` */
  @Handles(committeeContract.fileByElection)
  fileByElection(request: FileByElection, call: CallContext): Promise<Outcome<CommitteeElectionView>> {
    return this.transactions.command(
      call,
      committeeContract.fileByElection,
      request,
      async (tx) => {
        const found = await this.committees.findById(tx, request.committeeId);
        tx.authorise(actions.fileCommitteeElection, {
          paths: found === null ? [] : [found.path],
          visible: found !== null,
        });
        if (found === null) throw new DomainError('NOT_FOUND');
        const union = await this.lockToFile(tx, found.unionId);
        const committee = await this.committees.lockById(tx, found.id);
        if (committee?.state !== 'approved' || committee.committeeId !== null)
          throw new DomainError('NOT_FOUND');
        if (committee.succeededAt !== null) throw new DomainError('COMMITTEE_ENDED');
        requireHeld(request, committee.heldOn, shanghaiDate(tx.now));
        const seats = await this.committees.seatsIn(tx, [committee.id]);
        const seat = seats.find(({ id }) => id === request.seatId);
        if (seat === undefined) throw new DomainError('COMMITTEE_SEAT', { pointer: '/seatId' });
        const others = seats.filter(({ id, untilDay }) => id !== seat.id && untilDay === null);
        if (others.some(({ personId }) => personId === request.personId))
          throw new DomainError('COMMITTEE_OFFICES', { pointer: '/personId' });
        await this.requireElectable(tx, [request.personId], union, '/personId');
        const { unionId, kind, toDay, id: committeeId } = committee;
        const { heldOn, entitled, present, personId } = request;
        const filed = { unionId, kind, committeeId, termYears: null, heldOn, toDay, entitled, present };
        const { office, position, id: replacesId } = seat;
        return this.insert(tx, filed, [{ personId, office, position, replacesId }]);
      },
      { keep: (view) => this.presenter.withoutNames(view) },
    );
  }

  /** @throws DomainError `SAME_PERSON`, `COMMITTEE_ENDED`, `COMMITTEE_SEAT`, `COMMITTEE_MEMBER` if somebody has left meanwhile */
  @Handles(committeeContract.approve)
  approve(request: ApproveCommitteeElection, call: CallContext): Promise<Outcome<CommitteeElectionView>> {
    return this.transactions.command(
      call,
      committeeContract.approve,
      request,
      async (tx) => {
        const { row, union } = await this.lockToDecide(tx, request.electionId);
        requireOpen(union);
        const seats = await this.committees.seatsOf(tx, [row.id]);
        await this.requireElectable(
          tx,
          seats.flatMap(({ personId }) => personId ?? []),
          union,
        );
        const { approvalNumber } = request;
        if (row.committeeId === null) await this.seating.succeed(tx, row);
        else await this.requireGoesOn(tx, row.committeeId, seats[0]?.replacesId ?? null);
        const view = await this.save(tx, row, { state: 'approved', approvalNumber, ...decided(tx) });
        if (row.committeeId === null) return view;
        await this.seating.replace(tx, row);
        return this.viewOf(tx, row.id);
      },
      { keep: (view) => this.presenter.withoutNames(view) },
    );
  }

  /** @throws DomainError `SAME_PERSON` */
  @Handles(committeeContract.refuse)
  refuse(request: RefuseCommitteeElection, call: CallContext): Promise<Outcome<CommitteeElectionView>> {
    return this.transactions.command(
      call,
      committeeContract.refuse,
      request,
      async (tx) => {
        const { row } = await this.lockToDecide(tx, request.electionId);
        return this.save(tx, row, { state: 'refused', refusal: request.reason, ...decided(tx) });
      },
      { keep: (view) => this.presenter.withoutNames(view) },
    );
  }

  @Handles(committeeContract.withdraw)
  withdraw(request: CommitteeElectionId, call: CallContext): Promise<Outcome<CommitteeElectionView>> {
    return this.transactions.command(
      call,
      committeeContract.withdraw,
      request,
      async (tx) => {
        const { row } = await this.lock(tx, request.electionId);
        tx.authorise(actions.withdrawCommitteeElection, { personId: row.proposedBy ?? '', visible: true });
        requireWaiting(tx, row);
        return this.save(tx, row, { state: 'withdrawn' });
      },
      { keep: (view) => this.presenter.withoutNames(view) },
    );
  }

  @Handles(committeeContract.get)
  get({ electionId }: CommitteeElectionId, call: CallContext): Promise<CommitteeElectionView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.electionOf(tx, await this.find(tx, electionId)),
    );
  }

  @Handles(committeeContract.listElections)
  listElections(request: ListCommitteeElections, call: CallContext): Promise<Page<CommitteeElectionView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = await this.pathsOf(tx, request.union);
      tx.authorise(actions.seeCommitteeElection, { paths, visible: true });
      const records = await this.committees.list(tx, paths, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: await this.presenter.electionsOf(tx, page.items) };
    });
  }

  @Handles(committeeContract.list)
  list({ unionId }: ListCommittees, call: CallContext): Promise<CommitteesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeCommittees, {});
      const union = await this.unions.findById(tx, unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      const { actor } = tx.call;
      const mayFile =
        union.active &&
        actor !== null &&
        mayDo(actor, actions.fileCommitteeElection, { paths: [union.path] });
      return { items: await this.presenter.inOffice(tx, union), mayFile };
    });
  }

  /** Public, without sign-in. */
  @Handles(committeeContract.listPublic)
  listPublic({ unionId }: ListCommittees, call: CallContext): Promise<PublicCommitteesView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, unionId);
      if (union?.active !== true) throw new DomainError('NOT_FOUND');
      return { items: await this.presenter.forAnyone(tx, union) };
    });
  }

  private async insert(
    tx: Transaction,
    filed: Filed,
    seats: readonly (Pick<CommitteeSeatRow, 'personId' | 'office' | 'replacesId'> & {
      readonly position?: number;
    })[],
  ): Promise<CommitteeElectionView> {
    const row: CommitteeElectionRow = {
      ...filed,
      id: newId(),
      version: 1,
      state: 'waiting',
      foundingId: null,
      proposedBy: tx.personId,
      proposedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      approvalNumber: null,
      refusal: null,
      succeededAt: null,
    };
    const rows = seats.map((seat, position): CommitteeSeatRow => ({
      position,
      ...seat,
      id: newId(),
      electionId: row.id,
      name: null,
      fromDay: null,
      untilDay: null,
    }));
    if (!(await this.committees.insert(tx, row, rows))) throw new DomainError('COMMITTEE_ELECTION_UNDER_WAY');
    tx.audit({ noun: 'committeeElection', id: row.id, before: null, after: auditOf(row) });
    await awaitsMayChange(tx, 'committeeElection', row.id);
    return this.viewOf(tx, row.id);
  }

  private async lockToFile(tx: Transaction, unionId: string): Promise<UnionRow> {
    const union = await this.unions.lockById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND');
    tx.authorise(actions.fileCommitteeElection, { paths: [union.path], visible: true });
    requireOpen(union);
    return union;
  }

  private async requireElectable(
    tx: Transaction,
    personIds: readonly string[],
    { path }: UnionRow,
    pointer?: string,
  ): Promise<void> {
    if ((await this.committees.countElectable(tx, personIds, path)) < personIds.length)
      throw new DomainError('COMMITTEE_MEMBER', pointer === undefined ? {} : { pointer });
  }

  /** The committee may have been succeeded since, or the seat filled. */
  private async requireGoesOn(tx: Transaction, committeeId: string, seatId: string | null): Promise<void> {
    const committee = await this.committees.lockById(tx, committeeId);
    if (committee === null || committee.succeededAt !== null) throw new DomainError('COMMITTEE_ENDED');
    const seats = await this.committees.seatsIn(tx, [committeeId]);
    if (!seats.some(({ id }) => id === seatId)) throw new DomainError('COMMITTEE_SEAT');
  }

  /** One that the caller may not see is NOT_FOUND. */
  private async find(tx: Transaction, id: string): Promise<ElectionRecord> {
    const record = await this.committees.findById(tx, id);
    tx.authorise(actions.seeCommitteeElection, { paths: record === null ? [] : [record.path] });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** The union first, as everything that locks unions. */
  private async lock(
    tx: Transaction,
    id: string,
  ): Promise<{
    readonly row: CommitteeElectionRow;
    readonly union: UnionRow;
    readonly record: ElectionRecord;
  }> {
    const { unionId } = await this.find(tx, id);
    const union = await this.unions.lockById(tx, unionId);
    const row = await this.committees.lockById(tx, id);
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    return { row, union, record: await this.find(tx, id) };
  }

  private async lockToDecide(tx: Transaction, id: string): Promise<Awaited<ReturnType<typeof this.lock>>> {
    const locked = await this.lock(tx, id);
    const { path, abovePath } = locked.record;
    tx.authorise(actions.decideCommitteeElection, { paths: [decidedAt(path, abovePath)], visible: true });
    if (locked.row.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
    requireWaiting(tx, locked.row);
    return locked;
  }

  private async save(
    tx: Transaction,
    before: CommitteeElectionRow,
    change: Partial<CommitteeElectionRow>,
  ): Promise<CommitteeElectionView> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.committees.update(tx, row);
    tx.audit({ noun: 'committeeElection', id: row.id, before: auditOf(before), after: auditOf(row) });
    await awaitsMayChange(tx, 'committeeElection', row.id);
    const people = [row.proposedBy, row.decidedBy].flatMap((one) => one ?? []);
    this.push.hint(tx, people, { resource: 'committeeElection', id: row.id, version: row.version });
    return this.viewOf(tx, row.id);
  }

  private async viewOf(tx: Transaction, id: string): Promise<CommitteeElectionView> {
    const record = await this.committees.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.electionOf(tx, record);
  }

  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.seeCommitteeElection);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }
}

function decided(tx: Transaction): Pick<CommitteeElectionRow, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: tx.personId, decidedAt: tx.now };
}

/** @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION` */
function requireWaiting(tx: Transaction, { version, state }: CommitteeElectionRow): void {
  requireVersion(tx, version);
  if (state !== 'waiting') throw new DomainError('ILLEGAL_TRANSITION');
}
