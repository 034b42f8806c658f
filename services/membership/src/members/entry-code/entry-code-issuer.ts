import { Injectable } from '@nestjs/common';
import { type EntryPurpose, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { TextMessageSeal } from '../../access/text-message/text-message-seal.js';
import type { EntryChannel, EntryCodeRow } from './entry-code.entity.js';
import { maySend, validMs } from './entry-code.model.js';
import { EntryCodeRepository } from './entry-code.repository.js';
import { newPrintedCode, newTextCode } from './random-code.js';

/** A code in the clear, which leaves the memory of this process on paper or sealed. */
export interface IssuedCode {
  readonly row: EntryCodeRow;
  readonly code: string;
}

/** For whom and what, by which officer, and what has to be confirmed before it is taken. */
type Wanted = Pick<EntryCodeRow, 'personId' | 'purpose' | 'issuedBy' | 'pendingChangeId'>;

/** A text message goes to the phone on record, a code of the operator of the installation to whoever stands beside them. */
export const byNobody = { issuedBy: null, pendingChangeId: null } as const;

/** Makes codes for a person whose row is locked. */
@Injectable()
export class EntryCodeIssuer {
  constructor(
    private readonly codes: EntryCodeRepository,
    private readonly personalData: PersonalData,
    private readonly textMessages: TextMessageSeal,
  ) {}

  /** Nothing is sent where there is no phone, or too many messages went there. */
  async send(tx: Transaction, person: PersonRow, purpose: EntryPurpose): Promise<void> {
    if (person.phone === null) return;
    if (!maySend(await this.codes.sentWithinDay(tx, person.id), tx.now)) return;
    const code = newTextCode();
    const made = { personId: person.id, purpose, channel: 'textMessage', ...byNobody } as const;
    const row = await this.keep(tx, made, code);
    const phone = this.personalData.open(person.id, 'phone', person.phone);
    const sealed = await this.textMessages.seal({ phone, code, locale: person.locale });
    const until = row.expiresAt.toISOString();
    await recordEvent(tx, membershipEvents.codeIssued, row.id, { id: row.id, purpose, sealed, until });
  }

  async print(tx: Transaction, wanted: Wanted): Promise<IssuedCode> {
    const code = newPrintedCode();
    return { row: await this.keep(tx, { ...wanted, channel: 'printed' }, code), code };
  }

  private async keep(
    tx: Transaction,
    made: Wanted & { readonly channel: EntryChannel },
    code: string,
  ): Promise<EntryCodeRow> {
    const row: EntryCodeRow = {
      ...made,
      id: newId(),
      codeHash: this.personalData.hash('entryCode', entryCodeText(made, code)),
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + validMs[made.channel]),
      tries: 0,
      usedAt: null,
    };
    await this.codes.insert(tx, row);
    const expiresAt = row.expiresAt.toISOString();
    tx.audit({ noun: 'entry-code', id: row.id, after: { ...made, expiresAt } });
    return row;
  }
}

/** What is hashed of a code: one for another person or purpose is another. */
export function entryCodeText(
  { personId, purpose }: Pick<EntryCodeRow, 'personId' | 'purpose'>,
  code: string,
): string {
  return `${personId}:${purpose}:${code}`;
}
