import { Injectable } from '@nestjs/common';
import { DomainError, maskName, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { newPrintedCode } from '../../members/entry-code/random-code.js';
import { isProblem, readRosterEntry } from '../../members/member/roster-entry.model.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { ApplicationRow } from './application.entity.js';
import { applicationNumber } from './application.model.js';

/** An applicant as they are stored and compared. */
export interface ReadApplicant {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
  readonly nameHash: string;
  readonly residentNumberHash: string;
  readonly phoneHash: string;
}

type Of = Pick<
  ApplicationRow,
  'employerKind' | 'enterpriseId' | 'employerHidden' | 'unionId' | 'consentVersion' | 'invitationId'
>;

/** Reads name, number and phone by the rules of rosters, and makes the row of an application of them. */
@Injectable()
export class ApplicantReader {
  constructor(private readonly personalData: PersonalData) {}

  /** @throws DomainError the problem of a field, at that field */
  read(
    tx: Transaction,
    typed: { readonly name: string; readonly residentNumber: string; readonly phone: string },
  ): ReadApplicant {
    const none = { validFrom: '', employmentKind: '', sex: '' };
    const entry = readRosterEntry({ ...typed, ...none }, tx.now);
    if (isProblem(entry)) throw new DomainError(entry.code, { pointer: `/${entry.field ?? ''}` });
    const { name, residentNumber, phone } = entry;
    if (phone === null) throw new DomainError('PHONE_FORMAT', { pointer: '/phone' });
    return {
      name,
      residentNumber,
      phone,
      nameHash: this.personalData.hash('name', name),
      residentNumberHash: this.personalData.hash('residentNumber', residentNumber),
      phoneHash: this.personalData.hash('phone', phone),
    };
  }

  /** A new application, as yet without deadline and workplace. */
  rowOf(tx: Transaction, applicant: ReadApplicant, of: Of): Omit<ApplicationRow, 'dueAt'> {
    const id = newId();
    return {
      ...of,
      id,
      version: 1,
      number: applicationNumber(tx.now, newPrintedCode()),
      state: 'waiting',
      name: this.personalData.seal(id, 'name', applicant.name),
      nameHash: applicant.nameHash,
      maskedName: maskName(applicant.name),
      residentNumber: this.personalData.seal(id, 'residentNumber', applicant.residentNumber),
      residentNumberHash: applicant.residentNumberHash,
      phone: this.personalData.seal(id, 'phone', applicant.phone),
      phoneHash: applicant.phoneHash,
      locale: tx.call.locale,
      workplace: null,
      appealed: false,
      membershipId: null,
      createdAt: tx.now,
      decidedAt: null,
      decidedBy: null,
    };
  }
}
