import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { checkPassword } from './passwords.js';

/** Refuses a new password that others could guess from a person's data. */
@Injectable()
export class PasswordRules {
  constructor(private readonly personalData: PersonalData) {}

  /**
   * @param pointer the field of the request that holds the password
   * @throws DomainError `PASSWORD_COMMON`, `PASSWORD_OWN_DATA`, `PASSWORD_REPEATS`
   */
  async check(tx: Transaction, person: PersonRow, password: string, pointer: string): Promise<void> {
    const { id, account, name, residentNumber, phone } = person;
    const rows: { unionName: string }[] = await tx.sql.query(
      `SELECT u.name AS "unionName" FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE m.person_id = $1 AND m.state <> 'ended'`,
      [id],
    );
    const own = {
      account,
      name: this.personalData.open(id, 'name', name),
      residentNumber: residentNumber && this.personalData.open(id, 'residentNumber', residentNumber),
      phone: phone && this.personalData.open(id, 'phone', phone),
      unionName: rows[0]?.unionName ?? null,
    };
    checkPassword(password, own, pointer);
  }
}
