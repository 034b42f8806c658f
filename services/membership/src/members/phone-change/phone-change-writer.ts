import { Inject, Injectable } from '@nestjs/common';
import type { PhoneStop } from '@gongxiang/contracts/membership/members/phone-change.contract';
import { DomainError, maskPhone, newId } from '@gongxiang/domain';
import { Push, schedule } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';
import { randomBytes } from 'node:crypto';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { MembershipConfig } from '../../config/config.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import type { PhoneChangeRow } from './phone-change.entity.js';
import { nextPhoneState, type PhoneChangeStep, stopLinkOf, stopWindowMs } from './phone-change.model.js';
import { PhoneChangeRepository } from './phone-change.repository.js';

/** Comes to the time at which an unconfirmed change lapses, and later to that at which one takes effect. */
export const phoneChangeKind = 'phone-change';

/** Writes changes of phones, and begins the day in which the old phone can stop one. */
@Injectable()
export class PhoneChangeWriter {
  constructor(
    private readonly changes: PhoneChangeRepository,
    private readonly personalData: PersonalData,
    private readonly texts: TextMessageSender,
    private readonly push: Push,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  /** A change of a locked person that nobody has confirmed yet. */
  rowOf(tx: Transaction, person: PersonRow, phone: string): PhoneChangeRow {
    const oldPhone = person.phone === null ? null : this.personalData.open(person.id, 'phone', person.phone);
    return {
      id: newId(),
      version: 1,
      state: 'asked',
      personId: person.id,
      correctionId: null,
      sessionId: null,
      newPhone: this.personalData.seal(person.id, 'phone', phone),
      oldPhone: person.phone,
      newPhoneHash: this.personalData.hash('phone', phone),
      newMasked: maskPhone(phone),
      oldMasked: oldPhone === null ? null : maskPhone(oldPhone),
      newCodeHash: null,
      oldCodeHash: null,
      codesUntil: null,
      tries: 0,
      stopHash: null,
      effectiveAt: null,
      stoppedBy: null,
      askedAt: tx.now,
      endedAt: null,
    };
  }

  /**
   * Delays a decided correction by the day in which the old phone can stop it.
   * @returns when it takes effect
   * @throws DomainError `PHONE_CHANGE_WAITS`
   */
  async delay(tx: Transaction, person: PersonRow, correctionId: string, phone: string): Promise<Date> {
    await this.endUnconfirmed(tx, person.id);
    const row = { ...this.rowOf(tx, person, phone), correctionId };
    const begun = this.withWait(tx, row);
    await this.insert(tx, begun.row);
    await this.sendLink(tx, person, begun);
    return begun.effectiveAt;
  }

  /** Begins the wait of a change that the person has confirmed by the code of the new phone alone. */
  async wait(tx: Transaction, person: PersonRow, before: PhoneChangeRow): Promise<void> {
    const { row, ...begun } = this.withWait(tx, before);
    await this.save(tx, before, row);
    await this.sendLink(tx, person, { row, ...begun });
  }

  /** Ends a change. @param stoppedBy if it was stopped */
  async end(
    tx: Transaction,
    before: PhoneChangeRow,
    step: Exclude<PhoneChangeStep, 'wait'>,
    stoppedBy: PhoneStop | null = null,
  ): Promise<PhoneChangeRow> {
    const state = nextPhoneState(before.state, step);
    const erased = { newPhone: null, oldPhone: null, newCodeHash: null, oldCodeHash: null };
    return this.save(tx, before, { ...before, ...erased, state, stoppedBy, endedAt: tx.now });
  }

  /** @throws DomainError `PHONE_CHANGE_WAITS` if one waits to take effect already */
  async endUnconfirmed(tx: Transaction, personId: string): Promise<void> {
    const open = await this.changes.findOpen(tx, personId);
    if (open?.state === 'waiting') throw new DomainError('PHONE_CHANGE_WAITS');
    if (open !== null) await this.end(tx, open, 'withdraw');
  }

  async insert(tx: Transaction, row: PhoneChangeRow): Promise<void> {
    await this.changes.insert(tx, row);
    tx.audit({ noun: 'phone-change', id: row.id, before: null, after: auditOf(row) });
    await this.scheduleNext(tx, row);
    this.hint(tx, row);
  }

  /** @returns the row as it is stored */
  async save(tx: Transaction, before: PhoneChangeRow, changed: PhoneChangeRow): Promise<PhoneChangeRow> {
    const row = { ...changed, version: before.version + 1 };
    await this.changes.update(tx, row);
    tx.audit({ noun: 'phone-change', id: row.id, before: auditOf(before), after: auditOf(row) });
    await this.scheduleNext(tx, row);
    this.hint(tx, row);
    return row;
  }

  hashOfToken(token: string): string {
    return this.personalData.hash('phoneStop', token);
  }

  private withWait(
    tx: Transaction,
    before: PhoneChangeRow,
  ): { readonly row: PhoneChangeRow; readonly token: string; readonly effectiveAt: Date } {
    // 96 bits: nobody guesses it, and the link fits into a text message.
    const token = randomBytes(12).toString('base64url');
    const effectiveAt = new Date(tx.now.getTime() + stopWindowMs);
    const state = nextPhoneState(before.state, 'wait');
    const row = { ...before, state, effectiveAt, stopHash: this.hashOfToken(token) };
    return { row: { ...row, newCodeHash: null, oldCodeHash: null }, token, effectiveAt };
  }

  private async sendLink(
    tx: Transaction,
    person: PersonRow,
    { row, token }: { readonly row: PhoneChangeRow; readonly token: string },
  ): Promise<void> {
    const link = stopLinkOf(this.config.publicUrl, token);
    await this.texts.tell(tx, person, 'phoneChangeWaits', { phone: row.newMasked, link });
  }

  private async scheduleNext(tx: Transaction, { id, state, codesUntil, effectiveAt }: PhoneChangeRow) {
    const at = state === 'asked' ? codesUntil : state === 'waiting' ? effectiveAt : null;
    if (at !== null) await schedule(tx, { kind: phoneChangeKind, key: id, at });
    // As long as codes are asked for, nothing changes without them.
    if (state !== 'asked') await awaitsMayChange(tx, 'phoneChange', id);
  }

  private hint(tx: Transaction, { personId, id, version }: PhoneChangeRow): void {
    this.push.hint(tx, [personId], { resource: 'phone-change', id, version });
  }
}

function auditOf({
  version,
  state,
  personId,
  correctionId,
  stoppedBy,
}: PhoneChangeRow): Record<string, unknown> {
  return { version, state, personId, correctionId, stoppedBy };
}
