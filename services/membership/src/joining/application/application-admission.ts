import { Injectable } from '@nestjs/common';
import type { EmploymentKind } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, rootPath } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { MemberAdmission } from '../../members/member/member-admission.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import type { ApplicationRow } from './application.entity.js';
import { type Applicant, ApplicationPresenter } from './application-presenter.js';

/** What became of an admission: a membership, a transfer that is needed, or null if the number is somebody else's. */
export type Admitted = { readonly membershipId: string } | 'transfer' | null;

/** Makes a member of an applicant. */
@Injectable()
export class ApplicationAdmission {
  constructor(
    private readonly admission: MemberAdmission,
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly roles: RoleRepository,
    private readonly changes: PendingChangeRepository,
    private readonly presenter: ApplicationPresenter,
    private readonly personalData: PersonalData,
  ) {}

  /** Admits the applicant to the union that has the application, in the name of the caller. */
  async admit(
    tx: Transaction,
    application: ApplicationRow,
    employmentKind: EmploymentKind | null,
  ): Promise<Admitted> {
    const { name, residentNumber, phone } = this.applicantOf(application);
    const person = await this.personOf(tx, application);
    const open = person && (await this.members.findOpen(tx, person.id));
    const isElsewhere = open !== null && open.unionId !== application.unionId;
    if (isElsewhere && person?.nameHash === application.nameHash) return 'transfer';
    if (person !== null && !isElsewhere) await this.takeProvenPhone(tx, person, phone);
    const { unionId } = application;
    return this.admission.admit(tx, { unionId, name, residentNumber, phone, employmentKind });
  }

  /**
   * Whether nobody on record could be mistaken for the applicant: there is none with their number, or it is a person with the
   * same name and phone who belongs to no other union. Only then an invitation admits without an officer.
   */
  async isPlain(tx: Transaction, application: ApplicationRow): Promise<boolean> {
    const person = await this.personOf(tx, application);
    if (person === null) return true;
    const open = await this.members.findOpen(tx, person.id);
    const isSame = person.nameHash === application.nameHash && person.phoneHash === application.phoneHash;
    return isSame && (open === null || open.unionId === application.unionId);
  }

  /** The values of an application that waits, which are never deleted. */
  private applicantOf(application: ApplicationRow): Record<keyof Applicant, string> {
    const { name, residentNumber, phone } = this.presenter.applicantOf(application);
    if (name === null || residentNumber === null || phone === null)
      throw new DomainError('APPLICATION_NOT_WAITING');
    return { name, residentNumber, phone };
  }

  /** Locks the person with the applicant's number. */
  personOf(tx: Transaction, { residentNumberHash }: ApplicationRow): Promise<PersonRow | null> {
    return residentNumberHash === null
      ? Promise.resolve(null)
      : this.people.lockByResidentNumber(tx, residentNumberHash);
  }

  /**
   * The phone that the applicant has proven replaces the one on record, so that the code of their activation reaches them.
   * Not of somebody who signs in already, nor of somebody with an office: a code to that phone would give access to it.
   */
  private async takeProvenPhone(tx: Transaction, before: PersonRow, phone: string): Promise<void> {
    const phoneHash = this.personalData.hash('phone', phone);
    if (before.phoneHash === phoneHash || before.passwordHash !== null) return;
    const held = await this.roles.listHeldWithin(tx, before.id, rootPath);
    const offered = await this.changes.placesOfRoles(tx, before.id);
    if (held.length + offered.length > 0) return;
    const sealed = this.personalData.seal(before.id, 'phone', phone);
    await this.people.update(tx, { ...before, version: before.version + 1, phone: sealed, phoneHash });
    tx.audit({ noun: 'person', id: before.id, before: { phoneProven: false }, after: { phoneProven: true } });
  }
}
