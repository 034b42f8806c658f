import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import {
  judge,
  maySend,
  normaliseCode,
  secondsToNextHour,
  validMs,
  type Verdict,
} from '../../members/entry-code/entry-code.model.js';
import { EntryCodeRepository } from '../../members/entry-code/entry-code.repository.js';
import { newTextCode } from '../../members/entry-code/random-code.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { isPhone, normalisePhone } from '../../persons/person/person.model.js';
import { PhoneCodeRepository } from './phone-code.repository.js';

/**
 * Requests of one network within an hour, without a sign-in. A whole factory may share an address on the day on which it is
 * asked to join.
 */
const perHourMax = { code: 300, search: 3_000, send: 300 } as const;

/** Proves that somebody has a phone, also of people who are not on record. */
@Injectable()
export class PhoneCodes {
  constructor(
    private readonly codes: PhoneCodeRepository,
    private readonly entryCodes: EntryCodeRepository,
    private readonly personalData: PersonalData,
    private readonly texts: TextMessageSender,
  ) {}

  /** @throws DomainError `TOO_MANY_REQUESTS` */
  async limit(tx: Transaction, what: keyof typeof perHourMax): Promise<void> {
    if ((await this.entryCodes.countRequest(tx, what)) <= perHourMax[what]) return;
    const seconds = secondsToNextHour(tx.now);
    throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
  }

  /**
   * Sends a code, but no more than one a minute and five a day to one phone; the caller does not learn which.
   * @throws DomainError `PHONE_FORMAT`, `TOO_MANY_REQUESTS`
   */
  async send(tx: Transaction, text: string): Promise<void> {
    await this.limit(tx, 'code');
    const phone = phoneOf(text);
    const phoneHash = this.personalData.hash('phone', phone);
    await this.codes.lockPhone(tx, phoneHash);
    if (!maySend(await this.codes.sentWithinDay(tx, phoneHash), tx.now)) return;
    const [id, code] = [newId(), newTextCode()];
    const expiresAt = new Date(tx.now.getTime() + validMs.textMessage);
    await this.codes.insert(tx, {
      id,
      phoneHash,
      codeHash: this.hashOf(phoneHash, code),
      createdAt: tx.now,
      expiresAt,
      tries: 0,
      usedAt: null,
    });
    const stored = { id, purpose: 'application', until: expiresAt } as const;
    await this.texts.sendCode(tx, { phone, code, locale: tx.call.locale }, stored);
  }

  /** Compares a code with the newest one of the phone, and counts a wrong attempt: the transaction must commit even then. */
  async verify(tx: Transaction, phoneHash: string, typed: string): Promise<Verdict> {
    await this.codes.lockPhone(tx, phoneHash);
    const newest = await this.codes.findNewest(tx, phoneHash);
    if (newest === null) return 'wrong';
    const verdict = judge(
      { ...newest, channel: 'textMessage' },
      this.hashOf(phoneHash, normaliseCode(typed)),
      tx.now,
    );
    if (verdict === 'right') await this.codes.markUsed(tx, newest.id);
    if (verdict === 'wrong') await this.codes.countAttempt(tx, newest.id);
    return verdict;
  }

  private hashOf(phoneHash: string, code: string): string {
    return this.personalData.hash('phoneCode', `${phoneHash}:${code}`);
  }
}

/** @throws DomainError `PHONE_FORMAT` */
export function phoneOf(text: string): string {
  const phone = normalisePhone(text);
  if (!isPhone(phone)) throw new DomainError('PHONE_FORMAT', { pointer: '/phone' });
  return phone;
}
