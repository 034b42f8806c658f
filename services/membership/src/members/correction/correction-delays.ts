import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PhoneChangeWriter } from '../phone-change/phone-change-writer.js';
import { CorrectionWriter } from './correction-writer.js';
import type { CorrectionRow } from './correction.entity.js';
import { type CorrectedValues, isDelayed, nextState } from './correction.model.js';
import { CorrectionRepository } from './correction.repository.js';

/** Decided corrections of a phone: they take effect after 24 hours, unless the old phone or the person stops them. */
@Injectable()
export class CorrectionDelays {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly writer: CorrectionWriter,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly phoneChanges: PhoneChangeWriter,
  ) {}

  isDelayed({ passwordHash, phone }: PersonRow, values: CorrectedValues): boolean {
    return isDelayed(values, { hasAccount: passwordHash !== null, hasPhone: phone !== null });
  }

  /** @throws DomainError `CORRECTION_PHONE_TAKEN`, `PHONE_CHANGE_WAITS`, `ILLEGAL_TRANSITION` */
  async begin(
    tx: Transaction,
    person: PersonRow,
    before: CorrectionRow,
    decided: Pick<CorrectionRow, 'decidedBy' | 'decidedAt'>,
  ): Promise<void> {
    const state = nextState(before.state, 'delay');
    const values = this.writer.newValues(before);
    const { phone } = values;
    if (phone === undefined) throw new DomainError('ILLEGAL_TRANSITION');
    if (await this.isTaken(tx, person, values))
      throw new DomainError('CORRECTION_PHONE_TAKEN', { pointer: '/phone' });
    const effectiveAt = await this.phoneChanges.delay(tx, person, before.id, phone);
    await this.writer.save(tx, before, { state, effectiveAt, ...decided });
  }

  /** Lets a delayed correction take effect. @returns false if a value is somebody else's by now: it is to be stopped */
  async apply(tx: Transaction, person: PersonRow, correctionId: string): Promise<boolean> {
    const before = await this.lock(tx, correctionId);
    const values = this.writer.newValues(before);
    if (await this.isTaken(tx, person, values)) return false;
    const state = nextState(before.state, 'apply');
    const replaced = this.writer.replaced(person, values);
    await this.writer.apply(tx, person, values);
    await this.writer.save(tx, before, { state, ...replaced });
    return true;
  }

  async stop(tx: Transaction, correctionId: string): Promise<void> {
    const before = await this.lock(tx, correctionId);
    await this.writer.save(tx, before, { state: nextState(before.state, 'stop') });
  }

  /** Checked before, as a broken constraint would end the transaction that has to record it. */
  async isTaken(tx: Transaction, person: PersonRow, values: CorrectedValues): Promise<boolean> {
    if (await this.writer.isNumberTaken(tx, person.id, values)) return true;
    if (values.phone === undefined || person.account !== null || person.passwordHash === null) return false;
    const holder = await this.people.findToSignIn(tx, null, this.personalData.hash('phone', values.phone));
    return holder !== null && holder.id !== person.id;
  }

  private async lock(tx: Transaction, id: string): Promise<CorrectionRow> {
    const row = await this.corrections.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}
