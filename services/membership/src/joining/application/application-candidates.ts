import { Injectable } from '@nestjs/common';
import type { CandidateView } from '@gongxiang/contracts/membership/joining/application.contract';
import { checkResidentNumber, reachOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import { reasonsFor, similarNumbers } from './application.model.js';
import { ApplicationPresenter } from './application-presenter.js';
import { type ApplicationRecord, ApplicationRepository } from './application.repository.js';

/** Finds people on record who may be an applicant, among the members of the caller's unions and of no others. */
@Injectable()
export class ApplicationCandidates {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly presenter: ApplicationPresenter,
    private readonly personalData: PersonalData,
  ) {}

  async find(tx: Transaction, record: ApplicationRecord): Promise<CandidateView[]> {
    const { residentNumber } = this.presenter.applicantOf(record);
    if (residentNumber === null) return [];
    const within = reachOf(tx.call.actor, actions.seeApplication);
    const people = await this.applications.peopleLike(tx, { ...record, within });
    if (people.length === 0) return [];
    const isValid = (number: string): boolean => checkResidentNumber(number, tx.now).valid;
    const similar = new Set(
      similarNumbers(residentNumber, isValid).map((number) =>
        this.personalData.hash('residentNumber', number),
      ),
    );
    return people.map((person) => ({
      memberId: person.memberId,
      name: this.presenter.candidateName(person.personId, person.name),
      unionName: person.unionName,
      ended: person.ended,
      reasons: reasonsFor(record, person, similar).map((reason) => ({ reason })),
    }));
  }
}
