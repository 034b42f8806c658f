import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { awaitsOfPhoneChange } from './phone-change.model.js';
import { PhoneChangeRepository } from './phone-change.repository.js';

/** Shows a person, for as long as they can stop it, that their phone is to be changed. */
@Injectable()
export class PhoneChangeAwaits {
  constructor(private readonly changes: PhoneChangeRepository) {}

  @OnDue(awaitsDue.phoneChange)
  async sync(tx: Transaction, id: string): Promise<void> {
    const change = await this.changes.findById(tx, id);
    const awaits = change === null ? [] : awaitsOfPhoneChange(change);
    await syncAwaits(tx, 'membership', 'phoneChange', [{ id, awaits }]);
  }
}
