import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { checkPassword } from './passwords.js';

/** Refuses a new password that others could guess from a person's data. */
@Injectable()
export class PasswordRules {
  constructor(
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * @param pointer the field of the request that holds the password
   * @throws DomainError `PASSWORD_COMMON`, `PASSWORD_OWN_DATA`, `PASSWORD_REPEATS`
   */
  async check(tx: Transaction, person: PersonRow, password: string, pointer: string): Promise<void> {
    const { id, account, name, residentNumber, phone } = person;
    const own = {
      account,
      name: this.personalData.open(id, 'name', name),
      residentNumber: residentNumber && this.personalData.open(id, 'residentNumber', residentNumber),
      phone: phone && this.personalData.open(id, 'phone', phone),
      unionName: await this.people.findUnionName(tx, id),
    };
    checkPassword(password, own, pointer);
  }
}
