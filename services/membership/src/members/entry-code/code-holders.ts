import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { SignInName } from '../../access/session/sign-in-name.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { soleHolder } from './code-holder.model.js';

/** Finds whom a code signs in. */
@Injectable()
export class CodeHolders {
  constructor(private readonly people: PersonRepository) {}

  /**
   * Who signs in with this name by password; else the only person with this phone, who may not remember that they once
   * chose a login. Locks them.
   */
  async lock(
    tx: Transaction,
    { account, phoneHash }: Pick<SignInName, 'account' | 'phoneHash'>,
  ): Promise<PersonRow | null> {
    const named = await this.people.findToSignIn(tx, account, phoneHash);
    if (named !== null) return this.people.lockById(tx, named.id);
    const sole = soleHolder(await this.people.findByPhone(tx, phoneHash));
    const person = sole && (await this.people.lockById(tx, sole.id));
    // Of somebody whose phone was changed meanwhile the code went to another one.
    return person?.phoneHash === phoneHash && person.passwordHash !== null ? person : null;
  }
}
