import { Injectable } from '@nestjs/common';
import type { EmploymentKind } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { brokenConstraint, requireVersion, type Transaction } from '@gongxiang/persistence';
import { ApiKeyRevocation } from '../../access/api-key/api-key-revocation.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleRevocation } from '../../unions/role/role-revocation.js';
import { SessionRepository } from '../../access/session/session.repository.js';
import { CommitteeSeating } from '../committee/committee-seating.js';
import { GroupChanges } from '../group/group-changes.js';
import { MemberRefusals } from './member-refusals.js';
import { MemberWriter } from './member-writer.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { MemberNews } from './member-news.js';
import { MembershipChanges } from './membership-changes.js';
import { endedMembership, type MembershipEnd, returnableUntil } from './membership-standing.model.js';
import type { MembershipRow } from './membership.entity.js';
import { decide, type PersonOnRecord } from './roster-decision.model.js';
import { isProblem, readRosterEntry, type RosterEntry } from './roster-entry.model.js';

interface Applicant {
  readonly unionId: string;
  readonly name: string;
  readonly residentNumber: string;
  readonly phone?: string | null;
  readonly validFrom?: string | null;
  readonly employmentKind?: EmploymentKind | null;
}

/** Admits people to a union, and ends memberships. */
@Injectable()
export class MemberAdmission {
  constructor(
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly refusals: MemberRefusals,
    private readonly writer: MemberWriter,
    private readonly changes: MembershipChanges,
    private readonly news: MemberNews,
    private readonly groups: GroupChanges,
    private readonly committees: CommitteeSeating,
    private readonly roleEnding: RoleRevocation,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRevocation,
  ) {}

  /**
   * @returns null if the number belongs to somebody whom this union cannot admit: the refusal has been counted
   * @throws DomainError the problem of the entry; `MEMBER_NAME_DIFFERS`; `MEMBER_REFUSALS_TOO_MANY`
   */
  async admit(
    tx: Transaction,
    applicant: Applicant,
  ): Promise<{ membershipId: string; isNew: boolean } | null> {
    await this.refusals.requireBelowLimit(tx);
    const entry = entryOf(applicant, tx.now);
    const hashes = this.writer.hashes(entry);
    const person = await this.people.lockByResidentNumber(tx, hashes.residentNumberHash);
    const open = person && (await this.members.findOpen(tx, person.id));
    const { unionId } = applicant;
    const decision = decide(
      { ...hashes, ...entry, unionId, anywhereBelow: null },
      person && knownOf(person, open),
    );
    if (decision.state === 'rejected' && decision.code === 'MEMBER_ELSEWHERE_OR_DIFFERS') {
      await this.refusals.count(tx);
      return null;
    }
    if (decision.state === 'rejected')
      throw new DomainError(decision.code, { pointer: `/${decision.field}` });
    if (open !== null) return { membershipId: open.id, isNew: false };
    const admitted =
      person === null ? await this.insertPerson(tx, entry) : await this.rename(tx, person, entry);
    const membership = this.writer.membership(tx, admitted, { ...entry, unionId }, tx.personId);
    await this.changes.insert(tx, membership, person === null);
    return { membershipId: membership.id, isNew: true };
  }

  /**
   * Ends a membership, with the person's roles at the union and below it, their sessions and their API keys. Whoever
   * ends memberships for another reason than an officer's record (a transfer, a merge) does it here as well.
   * @param sparedSessionId the session of a person who leaves by themselves
   * @throws DomainError `VERSION_STALE`; `ILLEGAL_TRANSITION` if it has ended, `PERIOD_ENDS_BEFORE_START`;
   * `ROLE_NEEDS_SUCCESSOR` for the only officer of a union
   */
  end(
    tx: Transaction,
    membershipId: string,
    end: MembershipEnd,
    sparedSessionId: string | null = null,
  ): Promise<MemberRecord> {
    const check = ({ version }: PersonRow): void => requireVersion(tx, version);
    return this.endWhere(tx, membershipId, { end, sparedSessionId, check, byText: true });
  }

  /**
   * Ends a membership that an officer ticked in a roster: they have seen the version of the roster, not the person's.
   * @throws DomainError as `end`, but not `VERSION_STALE`
   */
  endByRoster(tx: Transaction, membershipId: string): Promise<MemberRecord> {
    const end = { validTo: shanghaiDate(tx.now), reason: 'other', decision: null } as const;
    // A roster may have thousands of them, whose union knows no more than that they are not in it.
    const unchecked = { sparedSessionId: null, check: () => undefined, byText: false };
    return this.endWhere(tx, membershipId, { end, ...unchecked });
  }

  private async endWhere(
    tx: Transaction,
    membershipId: string,
    {
      end,
      sparedSessionId,
      check,
      byText,
    }: {
      end: MembershipEnd;
      sparedSessionId: string | null;
      check: (person: PersonRow) => void;
      byText: boolean;
    },
  ): Promise<MemberRecord> {
    const { personId, unionPath, unionName } = await this.changes.recordOf(tx, membershipId);
    await this.roleEnding.revokeWithin(tx, personId, unionPath);
    const before = await this.members.lockById(tx, membershipId);
    // The person was locked together with the roles, so this read is stable.
    const person = await this.people.findById(tx, personId);
    if (person === null || before === null) throw new DomainError('NOT_FOUND');
    check(person);
    const membership = endedMembership(before, end);
    await this.changes.save(tx, membership, before);
    await this.groups.leaveWithin(tx, personId, unionPath, end.validTo);
    await this.committees.leaveWithin(tx, personId, unionPath);
    await this.signOut(tx, personId, sparedSessionId);
    await this.tellOfEnd(tx, { person, membership, unionName, byText });
    return this.changes.recordOf(tx, membershipId);
  }

  /**
   * Records the kind of employment. The audit trail contains the fact but not the value, as not only officers read
   * it.
   * @throws DomainError `VERSION_STALE`; `ILLEGAL_TRANSITION` if the membership has ended
   */
  async changeEmployment(
    tx: Transaction,
    membershipId: string,
    employmentKind: EmploymentKind | null,
  ): Promise<MemberRecord> {
    const { person, membership: before } = await this.changes.lock(tx, membershipId);
    requireVersion(tx, person.version);
    if (before.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
    await this.changes.save(tx, { ...before, employmentKind }, before);
    return this.changes.recordOf(tx, membershipId);
  }

  private async tellOfEnd(
    tx: Transaction,
    told: {
      readonly person: PersonRow;
      readonly membership: MembershipRow;
      readonly unionName: string;
      readonly byText: boolean;
    },
  ): Promise<void> {
    const { person, membership, unionName } = told;
    const { unionId, endedReason } = membership;
    // Nobody reads it but whoever grieves.
    if (endedReason === 'deceased') return;
    await this.news.tell(tx, person.id, {
      kind: 'membershipEnded',
      cause: `membershipEnded/${membership.id}/${person.version}`,
      about: { unionId },
      title: unionName,
      values: { end: endedReason, at: returnableUntil(membership)?.toISOString() },
      ...(told.byText && { text: 'membershipEnded' as const }),
    });
  }

  /** Ends all sessions and API keys: the person may sign in again, without a membership. */
  private async signOut(tx: Transaction, personId: string, spared: string | null): Promise<void> {
    const sessionsEnded = await this.sessions.revokeAll(tx, personId, spared);
    if (sessionsEnded > 0) tx.audit({ noun: 'person', id: personId, after: { sessionsEnded, spared } });
    await this.apiKeys.revokeAll(tx, personId);
  }

  /** The audit trail records that the name has changed, but neither of the names. */
  private async rename(tx: Transaction, before: PersonRow, entry: RosterEntry): Promise<PersonRow> {
    const person = this.writer.withName(before, entry);
    if (person === before) return before;
    await this.people.update(tx, person);
    tx.audit({ noun: 'person', id: person.id, before: { renamed: false }, after: { renamed: true } });
    return person;
  }

  /**
   * Two officers may enter the same person at once: the number is unique, and the second officer gets a retryable
   * refusal.
   */
  private async insertPerson(tx: Transaction, entry: RosterEntry): Promise<PersonRow> {
    const person = this.writer.person(tx, entry);
    try {
      await this.people.insert(tx, person);
    } catch (error) {
      if (brokenConstraint(error) === 'person_resident_number_hash_key') {
        throw new DomainError('BUSY', { retryAfterSeconds: 1 });
      }
      throw error;
    }
    return person;
  }
}

function entryOf(applicant: Applicant, now: Date): RosterEntry {
  const { name, residentNumber, phone, validFrom, employmentKind } = applicant;
  const text = {
    phone: phone ?? '',
    validFrom: validFrom ?? '',
    employmentKind: employmentKind ?? '',
    sex: '',
  };
  const read = readRosterEntry({ name, residentNumber, ...text }, now);
  if (isProblem(read)) throw new DomainError(read.code, { pointer: `/${read.field ?? ''}` });
  return read;
}

function knownOf(person: PersonRow, open: MembershipRow | null): PersonOnRecord {
  const { nameHash, phoneHash, passwordHash } = person;
  return {
    nameHash,
    phoneHash,
    isActivated: passwordHash !== null,
    // Entering an existing member again changes nothing.
    hasOffice: false,
    open: open && { ...open, unionPath: '' },
  };
}
