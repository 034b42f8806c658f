import { Injectable } from '@nestjs/common';
import {
  type FormReason,
  type PrintRegistrationForms,
  registrationFormContract,
  type RegistrationFormsView,
  type RegistrationFormView,
} from '@gongxiang/contracts/membership/members/registration-form.contract';
import type { LookKind } from '@gongxiang/contracts/words/person-data';
import { birthDateOf, type CallContext, DomainError, sexOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { noteLook, Transactions } from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import { type FormRecord, RegistrationFormRepository } from './registration-form.repository.js';

const lookFor: Readonly<Record<FormReason, LookKind>> = {
  admission: 'formForAdmission',
  moving: 'formForMoving',
  filing: 'formForFiling',
  inspection: 'formForInspection',
};

/** The forms that a union keeps of its members on paper, with their whole numbers. */
@Injectable()
export class RegistrationFormService {
  constructor(
    private readonly transactions: Transactions,
    private readonly forms: RegistrationFormRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** All or none. That somebody has looked, and for what, is told to each person. */
  @Handles(registrationFormContract.print)
  async print(
    { memberIds, reason }: PrintRegistrationForms,
    call: CallContext,
  ): Promise<RegistrationFormsView> {
    refuseApiKey(call.actor);
    return this.transactions.read(call, async (tx) => {
      const records = await this.forms.find(tx, memberIds);
      // As for a member who is not there: ids of others tell nothing.
      if (records.length < memberIds.length) throw new DomainError('NOT_FOUND', { pointer: '/memberIds' });
      for (const { unionPath } of records)
        tx.authorise(actions.printRegistrationForms, { paths: [unionPath] });
      noteLook(
        tx,
        lookFor[reason],
        records.map(({ personId }) => personId),
      );
      return { forms: records.map((record) => this.viewOf(record)) };
    });
  }

  private viewOf({ personId, unionPath: _unionPath, ...record }: FormRecord): RegistrationFormView {
    const residentNumber =
      record.residentNumber && this.personalData.open(personId, 'residentNumber', record.residentNumber);
    return {
      ...record,
      name: this.personalData.open(personId, 'name', record.name),
      phone: record.phone && this.personalData.open(personId, 'phone', record.phone),
      residentNumber,
      sex: residentNumber === null ? null : sexOf(residentNumber),
      birthDate: residentNumber === null ? null : birthDateOf(residentNumber),
    };
  }
}
