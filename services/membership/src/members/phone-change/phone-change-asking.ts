import { Injectable } from '@nestjs/common';
import {
  type AskPhoneChange,
  phoneChangeContract,
  type PhoneChangeView,
} from '@gongxiang/contracts/membership/members/phone-change.contract';
import { type CallContext, dayMs, DomainError, type Locale, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { CredentialProofs } from '../../access/second-factor/credential-proofs.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { isPhone, normalisePhone } from '../../persons/person/person.model.js';
import { newTextCode } from '../entry-code/random-code.js';
import type { PhoneChangeRow } from './phone-change.entity.js';
import { asksPerDayMax, codesValidMs } from './phone-change.model.js';
import { PhoneChangeRepository } from './phone-change.repository.js';
import { phoneChangeView } from './phone-change.view.js';
import { PhoneChangeWriter } from './phone-change-writer.js';

/** Lets people ask for another phone: whoever found a session open cannot, as it takes the password or a factor. */
@Injectable()
export class PhoneChangeAsking {
  constructor(
    private readonly proofs: CredentialProofs,
    private readonly changes: PhoneChangeRepository,
    private readonly writer: PhoneChangeWriter,
    private readonly personalData: PersonalData,
    private readonly texts: TextMessageSender,
  ) {}

  /**
   * Whether somebody else signs in with the new phone is said only to whoever has its code.
   * @throws DomainError `PHONE_FORMAT`, `PHONE_CHANGE_SAME`, `PHONE_CHANGE_WAITS`, `TOO_MANY_REQUESTS`, and those of the proof
   */
  @Handles(phoneChangeContract.ask)
  ask(request: AskPhoneChange, call: CallContext): Promise<Outcome<PhoneChangeView>> {
    const phone = normalisePhone(request.phone);
    if (!isPhone(phone)) throw new DomainError('PHONE_FORMAT', { pointer: '/phone' });
    return this.proofs.command(call, phoneChangeContract.ask, request.proof, async (tx, person) => {
      if (person.phoneHash === this.personalData.hash('phone', phone))
        throw new DomainError('PHONE_CHANGE_SAME', { pointer: '/phone' });
      await this.writer.endUnconfirmed(tx, person.id);
      const row = this.writer.rowOf(tx, person, phone);
      await this.limit(tx, row);
      const newCode = newTextCode();
      const oldCode = person.phone === null ? null : newTextCode();
      const asked: PhoneChangeRow = {
        ...row,
        sessionId: tx.call.actor?.sessionId ?? null,
        newCodeHash: this.hashOf(row.id, 'new', newCode),
        oldCodeHash: oldCode === null ? null : this.hashOf(row.id, 'old', oldCode),
        codesUntil: new Date(tx.now.getTime() + codesValidMs),
      };
      await this.writer.insert(tx, asked);
      await this.send(tx, asked, { phone, code: newCode, locale: person.locale });
      if (oldCode !== null) await this.send(tx, asked, this.toOldPhone(person, oldCode));
      return phoneChangeView(asked);
    });
  }

  /** @param which of the two phones it was sent to */
  hashOf(changeId: string, which: 'new' | 'old', code: string): string {
    return this.personalData.hash('phoneCode', `${changeId}:${which}:${code}`);
  }

  private toOldPhone(person: PersonRow, code: string): Message {
    const phone = this.personalData.open(person.id, 'phone', person.phone ?? '');
    return { phone, code, locale: person.locale };
  }

  private async limit(tx: Transaction, row: PhoneChangeRow): Promise<void> {
    const { byPerson, toPhone } = await this.changes.askedWithinDay(tx, row);
    if (byPerson < asksPerDayMax && toPhone < asksPerDayMax) return;
    const seconds = dayMs / 1_000;
    throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
  }

  private send(tx: Transaction, { codesUntil }: PhoneChangeRow, message: Message): Promise<void> {
    const stored = { id: newId(), purpose: 'phoneChange', until: codesUntil ?? tx.now } as const;
    return this.texts.sendCode(tx, message, stored);
  }
}

interface Message {
  readonly phone: string;
  readonly code: string;
  readonly locale: Locale;
}
