import { Injectable } from '@nestjs/common';
import {
  membershipEvents,
  type MessagePurpose,
  type TextKind,
} from '@gongxiang/contracts/membership/membership-events';
import { dayMs, type Locale, newId } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { TextMessageSeal } from './text-message-seal.js';

/** A code that is stored under an id, and until when it is valid. */
interface StoredCode {
  readonly id: string;
  readonly purpose: MessagePurpose;
  readonly until: Date;
}

interface Recipient {
  readonly phone: string;
  readonly locale: Locale;
}

/** Tells people of changes of their account, and sends codes, by text message, in the transaction of the change. */
@Injectable()
export class TextMessageSender {
  constructor(
    private readonly personalData: PersonalData,
    private readonly seal: TextMessageSeal,
  ) {}

  /** Sends nothing to a person without a phone. */
  async tell(
    tx: Transaction,
    { id, phone, locale }: PersonRow,
    kind: TextKind,
    values: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    if (phone === null) return;
    await this.send(tx, { phone: this.personalData.open(id, 'phone', phone), locale }, { kind, values });
  }

  /** Sends a code to a phone; invitations, which go to many at once, are recorded together. */
  async sendCode(
    tx: Transaction,
    to: Recipient & { readonly code: string },
    { id, purpose, until }: StoredCode,
  ): Promise<void> {
    const sealed = await this.seal.seal(to);
    const event = { id, purpose, sealed, until: until.toISOString() };
    await recordEvent(tx, membershipEvents.codeIssued, id, event);
  }

  /** @param validMs after which it is of no use and is not sent; a day where nothing is said */
  async send(
    tx: Transaction,
    to: Recipient,
    {
      kind,
      values,
      validMs = dayMs,
    }: { kind: TextKind; values: Readonly<Record<string, string>>; validMs?: number },
  ): Promise<void> {
    const id = newId();
    const sealed = await this.seal.seal({ ...to, kind, values });
    const until = new Date(tx.now.getTime() + validMs).toISOString();
    await recordEvent(tx, membershipEvents.textRaised, id, { id, kind, sealed, until });
  }
}
