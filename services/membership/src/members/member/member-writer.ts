import { Injectable } from '@nestjs/common';
import type { EmploymentKind, MemberState } from '@gongxiang/contracts/membership/membership-events';
import { maskName, newId, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { memberStateOf } from './member-state.js';
import { fullStanding } from './membership-standing.model.js';
import type { MembershipRow } from './membership.entity.js';
import type { RosterEntry } from './roster-entry.model.js';

/** By which the values of an entry are looked up. */
export interface EntryHashes {
  readonly nameHash: string;
  readonly residentNumberHash: string;
  readonly phoneHash: string | null;
}

/** Creates the rows of a person and their membership from a roster entry. */
@Injectable()
export class MemberWriter {
  constructor(private readonly personalData: PersonalData) {}

  hashes(entry: RosterEntry): EntryHashes {
    return {
      nameHash: this.personalData.hash('name', entry.name),
      residentNumberHash: this.personalData.hash('residentNumber', entry.residentNumber),
      phoneHash: entry.phone === null ? null : this.personalData.hash('phone', entry.phone),
    };
  }

  person(tx: Transaction, entry: RosterEntry, hashes: EntryHashes = this.hashes(entry)): PersonRow {
    const id = newId();
    return {
      id,
      version: 1,
      account: null,
      passwordHash: null,
      locale: 'zh-CN',
      createdAt: tx.now,
      erasedAt: null,
      nameHash: hashes.nameHash,
      residentNumberHash: hashes.residentNumberHash,
      phoneHash: hashes.phoneHash,
      name: this.personalData.seal(id, 'name', entry.name),
      maskedName: maskName(entry.name),
      residentNumber: this.personalData.seal(id, 'residentNumber', entry.residentNumber),
      phone: entry.phone === null ? null : this.personalData.seal(id, 'phone', entry.phone),
    };
  }

  /** The person with the name of an entry. */
  withName(person: PersonRow, { name }: Pick<RosterEntry, 'name'>): PersonRow {
    const nameHash = this.personalData.hash('name', name);
    if (nameHash === person.nameHash) return person;
    const sealed = this.personalData.seal(person.id, 'name', name);
    return { ...person, name: sealed, nameHash, maskedName: maskName(name) };
  }

  /** The published state of a member. @param number the resident number, where it is at hand */
  stateOf(person: PersonRow, membership: MembershipRow, number?: string): MemberState {
    return memberStateOf(person, membership, this.personalData, number);
  }

  /** A person who already has a password is active in a new union at once. */
  membership(
    tx: Transaction,
    person: PersonRow,
    place: { unionId: string; validFrom: string | null; employmentKind: EmploymentKind | null },
    admittedBy: string,
  ): MembershipRow {
    const validFrom = place.validFrom ?? shanghaiDate(tx.now);
    const state = person.passwordHash === null ? 'imported' : 'active';
    return {
      id: newId(),
      personId: person.id,
      unionId: place.unionId,
      state,
      ...fullStanding,
      validFrom,
      validTo: null,
      employmentKind: place.employmentKind,
      servedByUnionId: null,
      createdAt: tx.now,
      admittedBy,
    };
  }
}
