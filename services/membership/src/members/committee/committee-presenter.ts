import { Injectable } from '@nestjs/common';
import type {
  CommitteeElectionView,
  CommitteeSeatView,
  CommitteeView,
  PublicCommitteeView,
} from '@gongxiang/contracts/membership/members/committee.contract';
import { maskName, mayDo } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { actions } from '../actions.js';
import { actsOf, decidedAt, isEnding, isPublicOffice } from './committee.model.js';
import { CommitteeRepository, type ElectionRecord, type SeatRecord } from './committee.repository.js';

/** Shows committees and elections, with as much of each name as the reader may know. */
@Injectable()
export class CommitteePresenter {
  constructor(
    private readonly committees: CommitteeRepository,
    private readonly personalData: PersonalData,
  ) {}

  async electionOf(tx: Transaction, record: ElectionRecord): Promise<CommitteeElectionView> {
    const [view] = await this.electionsOf(tx, [record]);
    if (view === undefined) throw new Error('an election has one view');
    return view;
  }

  async electionsOf(tx: Transaction, records: readonly ElectionRecord[]): Promise<CommitteeElectionView[]> {
    const seats = await this.committees.seatsOf(
      tx,
      records.map(({ id }) => id),
    );
    const replaced = await this.committees.seatsById(
      tx,
      seats.flatMap(({ replacesId }) => replacesId ?? []),
    );
    return records.map((record) => {
      const own = seats.filter(({ electionId }) => electionId === record.id);
      const before = replaced.find(({ id }) => id === own[0]?.replacesId) ?? null;
      return this.electionView(tx, record, { seats: own, replaced: before });
    });
  }

  private electionView(
    tx: Transaction,
    record: ElectionRecord,
    { seats, replaced }: { readonly seats: readonly SeatRecord[]; readonly replaced: SeatRecord | null },
  ): CommitteeElectionView {
    const { id, version, state, committeeId, unionId, unionName, kind, heldOn, toDay } = record;
    const { entitled, present, proposedBy, path, abovePath, approvalNumber, refusal } = record;
    const { actor } = tx.call;
    const paths = [decidedAt(path, abovePath)];
    const by = {
      isProposer: actor?.personId === proposedBy,
      isAbove: actor !== null && mayDo(actor, actions.decideCommitteeElection, { paths }),
    };
    const seesAll = this.seesNames(tx, path);
    return {
      id,
      version,
      state,
      form: committeeId === null ? 'term' : 'byElection',
      unionId,
      unionName,
      kind,
      heldOn,
      entitled,
      present,
      toDay,
      seats: seats.map((seat) => this.seatView(tx, seat, seesAll)),
      replaces: replaced && this.seatView(tx, replaced, seesAll),
      proposedAt: record.proposedAt.toISOString(),
      decidedAt: record.decidedAt?.toISOString() ?? null,
      approvalNumber,
      refusal,
      acts: actsOf(state, by),
    };
  }

  async inOffice(tx: Transaction, { id: unionId, path }: UnionRow): Promise<CommitteeView[]> {
    const seesAll = this.seesNames(tx, path);
    return (await this.withSeats(tx, unionId)).map(({ record, seats }) => ({
      id: record.id,
      unionId,
      kind: record.kind,
      fromDay: record.heldOn,
      toDay: record.toDay,
      ending: isEnding(record.toDay, tx.now),
      approvalNumber: record.approvalNumber,
      seats: seats.map((seat) => this.seatView(tx, seat, seesAll)),
    }));
  }

  async forAnyone(tx: Transaction, { id: unionId }: UnionRow): Promise<PublicCommitteeView[]> {
    return (await this.withSeats(tx, unionId)).map(({ record: { kind, heldOn, toDay }, seats }) => ({
      kind,
      fromDay: heldOn,
      toDay,
      seats: seats.flatMap((seat) => {
        const name = this.nameOf(seat, isPublicOffice(seat.office));
        return name === null ? [] : [{ office: seat.office, name }];
      }),
    }));
  }

  /** The answer stored for replays contains no name in the clear. */
  withoutNames(view: CommitteeElectionView): CommitteeElectionView {
    const masked = (seat: CommitteeSeatView) => ({ ...seat, name: seat.name && maskName(seat.name) });
    return { ...view, seats: view.seats.map(masked), replaces: view.replaces && masked(view.replaces) };
  }

  private async withSeats(
    tx: Transaction,
    unionId: string,
  ): Promise<{ readonly record: ElectionRecord; readonly seats: readonly SeatRecord[] }[]> {
    const records = await this.committees.listInOffice(tx, unionId);
    const seats = await this.committees.seatsIn(
      tx,
      records.map(({ id }) => id),
    );
    return records.map((record) => ({
      record,
      seats: seats.filter(({ committeeId }) => committeeId === record.id),
    }));
  }

  private seesNames({ call: { actor } }: Transaction, path: string): boolean {
    return actor !== null && mayDo(actor, actions.seeCommitteeElection, { paths: [path] });
  }

  private seatView(tx: Transaction, seat: SeatRecord, seesAll: boolean): CommitteeSeatView {
    const { id, office, personId, fromDay, untilDay } = seat;
    // A name that everybody may read is no look at a person's data.
    if (seesAll && personId !== null && !isPublicOffice(office)) noteLook(tx, 'record', [personId]);
    return {
      id,
      office,
      name: this.nameOf(seat, seesAll || isPublicOffice(office)),
      vacant: untilDay !== null,
      fromDay,
    };
  }

  /** Null of a seat that nobody holds. */
  private nameOf(
    { id, personId, name, personName, maskedName, untilDay }: SeatRecord,
    inFull: boolean,
  ): string | null {
    if (untilDay !== null) return null;
    if (personId === null || personName === null) {
      const whole = name && this.personalData.open(id, 'committee', name);
      return inFull ? whole : whole && maskName(whole);
    }
    return inFull ? this.personalData.open(personId, 'name', personName) : maskedName;
  }
}
