import { Injectable } from '@nestjs/common';
import type { CodePurpose } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { EntryChannel, EntryCodeRow } from './entry-code.entity.js';
import { maySend, validMs } from './entry-code.model.js';
import { EntryCodeRepository } from './entry-code.repository.js';
import { newPrintedCode, newTextCode } from './random-code.js';

/** A code in the clear, which leaves this process only on paper or sealed. */
export interface IssuedCode {
  readonly row: EntryCodeRow;
  readonly code: string;
}

/** Person, purpose, issuing officer, and the change that has to be confirmed before the code is accepted. */
type PrintRequest = Pick<EntryCodeRow, 'personId' | 'purpose' | 'issuedBy' | 'pendingChangeId'>;

/**
 * Codes without an issuing officer: text messages to the phone on record, and codes printed by the installation's
 * operator.
 */
export const withoutIssuer = { issuedBy: null, pendingChangeId: null } as const;

/** Issues codes for a person whose row is locked. */
@Injectable()
export class EntryCodeIssuer {
  constructor(
    private readonly codes: EntryCodeRepository,
    private readonly personalData: PersonalData,
    private readonly texts: TextMessageSender,
  ) {}

  /** Sends nothing without a phone, or if too many messages were sent to it. */
  async send(tx: Transaction, person: PersonRow, purpose: CodePurpose): Promise<void> {
    if (person.phone === null) return;
    if (!maySend(await this.codes.sentWithinDay(tx, person.id), tx.now)) return;
    const code = newTextCode();
    const fields = { personId: person.id, purpose, channel: 'textMessage', ...withoutIssuer } as const;
    const row = await this.store(tx, fields, code);
    const phone = this.personalData.open(person.id, 'phone', person.phone);
    const stored = { id: row.id, purpose, until: row.expiresAt };
    await this.texts.sendCode(tx, { phone, code, locale: person.locale }, stored);
  }

  async print(tx: Transaction, request: PrintRequest): Promise<IssuedCode> {
    const code = newPrintedCode();
    return { row: await this.store(tx, { ...request, channel: 'printed' }, code), code };
  }

  private async store(
    tx: Transaction,
    fields: PrintRequest & { readonly channel: EntryChannel },
    code: string,
  ): Promise<EntryCodeRow> {
    const row: EntryCodeRow = {
      ...fields,
      id: newId(),
      codeHash: this.personalData.hash('entryCode', entryCodeText(fields, code)),
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + validMs[fields.channel]),
      tries: 0,
      usedAt: null,
    };
    await this.codes.insert(tx, row);
    const expiresAt = row.expiresAt.toISOString();
    tx.audit({ noun: 'entry-code', id: row.id, after: { ...fields, expiresAt } });
    return row;
  }
}

/** The text of which a code's hash is computed: it includes person and purpose. */
export function entryCodeText(
  { personId, purpose }: Pick<EntryCodeRow, 'personId' | 'purpose'>,
  code: string,
): string {
  return `${personId}:${purpose}:${code}`;
}
