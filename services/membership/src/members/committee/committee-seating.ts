import { Injectable } from '@nestjs/common';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import type { CommitteeElectionRow, CommitteeSeatRow } from './committee.entity.js';
import { foundedSeats, foundedTermYears, lastDayOf, nearEndOf } from './committee.model.js';
import { CommitteeRepository } from './committee.repository.js';

/** Due work that says that a term is about to end. Its key is the committee. */
export const termNearKind = 'committee-term-near';

/** Who was elected when a union was founded; only the first of them is on record. */
export interface FoundedCommittees {
  readonly foundingId: string;
  readonly unionId: string;
  readonly heldOn: string;
  readonly entitled: number;
  readonly present: number;
  readonly approvalNumber: string | null;
  readonly elected: readonly {
    readonly office: string;
    readonly name: string;
    readonly personId: string | null;
  }[];
}

/** Puts those who were elected into office, and takes them out of it. */
@Injectable()
export class CommitteeSeating {
  constructor(
    private readonly committees: CommitteeRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** The committees of a new union, as the union above has confirmed them with its founding. */
  async found(tx: Transaction, founded: FoundedCommittees): Promise<void> {
    const { foundingId, unionId, heldOn, entitled, present, approvalNumber, elected } = founded;
    for (const [kind, seats] of foundedSeats(elected)) {
      const row: CommitteeElectionRow = {
        id: newId(),
        version: 1,
        state: 'approved',
        unionId,
        kind,
        committeeId: null,
        termYears: foundedTermYears,
        heldOn,
        toDay: lastDayOf(heldOn, foundedTermYears),
        entitled,
        present,
        foundingId,
        proposedBy: null,
        proposedAt: tx.now,
        decidedBy: tx.personId,
        decidedAt: tx.now,
        approvalNumber,
        refusal: null,
        succeededAt: null,
      };
      const rows = seats.map(([office, { name, personId }], position): CommitteeSeatRow => {
        const id = newId();
        return {
          id,
          electionId: row.id,
          office,
          position,
          personId,
          name: personId === null ? this.personalData.seal(id, 'committee', name) : null,
          replacesId: null,
          fromDay: heldOn,
          untilDay: null,
        };
      });
      if (!(await this.committees.insert(tx, row, rows)))
        throw new DomainError('COMMITTEE_ELECTION_UNDER_WAY');
      tx.audit({ noun: 'committeeElection', id: row.id, before: null, after: auditOf(row) });
      await this.announceEnd(tx, row);
    }
  }

  /** Ends the committee before, and lets another one take its place on the day of its election. */
  async succeed(tx: Transaction, elected: CommitteeElectionRow): Promise<void> {
    const before = await this.committees.lockInOffice(tx, elected);
    if (before !== null) {
      const seats = await this.committees.seatsIn(tx, [before.id]);
      const ids = seats.map(({ id }) => id);
      await this.committees.leaveOffice(tx, ids, elected.heldOn);
      await this.committees.update(tx, { ...before, succeededAt: tx.now, version: before.version + 1 });
      await awaitsMayChange(tx, 'committeeElection', before.id);
    }
    await this.committees.takeOffice(tx, elected.id, elected.heldOn);
    await this.announceEnd(tx, elected);
  }

  /** One seat changes hands; the term goes on. */
  async replace(tx: Transaction, elected: CommitteeElectionRow): Promise<void> {
    const [seat] = await this.committees.seatsOf(tx, [elected.id]);
    if (seat === undefined || seat.replacesId === null) throw new DomainError('NOT_FOUND');
    await this.committees.leaveOffice(tx, [seat.replacesId], elected.heldOn);
    await this.committees.takeOffice(tx, elected.id, elected.heldOn);
  }

  /** Whoever is no longer a member of a union sits in none of its committees; the seat is vacant until a by-election. */
  async leaveWithin(tx: Transaction, personId: string, path: string): Promise<void> {
    const held = await this.committees.heldWithin(tx, personId, path);
    if (held.length === 0) return;
    const ids = held.map(({ id }) => id);
    await this.committees.leaveOffice(tx, ids, shanghaiDate(tx.now));
    for (const { id, electionId } of held)
      tx.audit({
        noun: 'committeeElection',
        id: electionId,
        before: { seatId: id, vacant: false },
        after: { seatId: id, vacant: true },
      });
  }

  private async announceEnd(tx: Transaction, { id, toDay }: CommitteeElectionRow): Promise<void> {
    await schedule(tx, { kind: termNearKind, key: id, at: nearEndOf(toDay) });
  }
}

export function auditOf(row: CommitteeElectionRow): Record<string, unknown> {
  const { version, state, unionId, kind, committeeId, termYears, heldOn, toDay } = row;
  const { entitled, present, approvalNumber } = row;
  return {
    version,
    state,
    unionId,
    kind,
    committeeId,
    termYears,
    heldOn,
    toDay,
    entitled,
    present,
    approvalNumber,
  };
}
