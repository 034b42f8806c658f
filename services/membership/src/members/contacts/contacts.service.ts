import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type ConfirmPhoneChange,
  type OwnContactsView,
  phoneChangeContract,
  type PhoneChangeId,
  type PhoneChangeToken,
  type PhoneChangeView,
  type PhoneStop,
  type PublicPhoneChangeView,
} from '@gongxiang/contracts/membership/members/phone-change.contract';
import { type CallContext, DomainError, maskPhone } from '@gongxiang/domain';
import { OnDue } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { SessionRepository } from '../../access/session/session.repository.js';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { actions } from '../actions.js';
import { CorrectionDelays } from '../correction/correction-delays.js';
import { CorrectionWriter } from '../correction/correction-writer.js';
import { normaliseCode, requestsPerHourMax, secondsToNextHour } from '../entry-code/entry-code.model.js';
import { EntryCodeRepository } from '../entry-code/entry-code.repository.js';
import { PhoneChangeAsking } from '../phone-change/phone-change-asking.js';
import type { PhoneChangeRow } from '../phone-change/phone-change.entity.js';
import {
  type CodesVerdict,
  dueStep,
  judgeCodes,
  nextPhoneState,
  shownSince,
} from '../phone-change/phone-change.model.js';
import { PhoneChangeRepository } from '../phone-change/phone-change.repository.js';
import { phoneChangeView, publicPhoneChangeView } from '../phone-change/phone-change.view.js';
import { phoneChangeKind, PhoneChangeWriter } from '../phone-change/phone-change-writer.js';

type Refused = Extract<CodesVerdict, 'over' | 'newWrong' | 'oldWrong'>;

interface Locked {
  readonly person: PersonRow;
  readonly change: PhoneChangeRow;
}

/** Changes of the phone that a person signs in with: confirmed, stopped, and brought into effect by the clock. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: PhoneChangeRepository,
    private readonly writer: PhoneChangeWriter,
    private readonly asking: PhoneChangeAsking,
    private readonly people: PersonRepository,
    private readonly corrections: CorrectionWriter,
    private readonly delays: CorrectionDelays,
    private readonly sessions: SessionRepository,
    private readonly authChanges: AuthChanges,
    private readonly requests: EntryCodeRepository,
    private readonly texts: TextMessageSender,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(phoneChangeContract.contacts)
  contacts(_request: NoRequest, call: CallContext): Promise<OwnContactsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnContacts, {});
      const person = await this.people.findById(tx, tx.personId);
      if (person === null) throw new DomainError('NOT_FOUND');
      const newest = await this.changes.findNewest(tx, person.id);
      const isShown = newest !== null && (newest.endedAt ?? tx.now) > shownSince(tx.now);
      const phone = person.phone && maskPhone(this.personalData.open(person.id, 'phone', person.phone));
      return { phone, change: isShown ? phoneChangeView(newest) : null };
    });
  }

  /**
   * @throws DomainError `PHONE_CHANGE_OVER`, `PHONE_NEW_CODE_WRONG`, `PHONE_OLD_CODE_WRONG`, `CORRECTION_PHONE_TAKEN` once both are right
   */
  @Handles(phoneChangeContract.confirm)
  async confirm(request: ConfirmPhoneChange, call: CallContext): Promise<Outcome<PhoneChangeView>> {
    refuseApiKey(call.actor);
    const outcome = await this.transactions.command<PhoneChangeView | Refused>(
      withoutKey(call),
      phoneChangeContract.confirm,
      {},
      async (tx) => {
        const { person, change } = await this.lockOwn(tx, request.phoneChangeId);
        const verdict = judgeCodes(change, this.hashesOf(change.id, request), tx.now);
        if (verdict === 'over') return verdict;
        if (verdict === 'newWrong' || verdict === 'oldWrong') {
          await this.writer.save(tx, change, { ...change, tries: change.tries + 1 });
          return verdict;
        }
        const values = { phone: this.newPhone(change) };
        if (await this.delays.isTaken(tx, person, values)) throw new DomainError('CORRECTION_PHONE_TAKEN');
        if (verdict === 'apply') await this.apply(tx, { person, change });
        else await this.writer.wait(tx, person, change);
        return this.viewOf(tx, change.id);
      },
    );
    const { body } = outcome;
    // Thrown after the commit, as a rollback would undo the count of the wrong code.
    if (body === 'over') throw new DomainError('PHONE_CHANGE_OVER');
    if (body === 'newWrong') throw new DomainError('PHONE_NEW_CODE_WRONG', { pointer: '/newCode' });
    if (body === 'oldWrong') throw new DomainError('PHONE_OLD_CODE_WRONG', { pointer: '/oldCode' });
    return { ...outcome, body };
  }

  /** Also one that the union has decided: whoever signs in is the person whom it concerns. */
  @Handles(phoneChangeContract.withdraw)
  withdraw(request: PhoneChangeId, call: CallContext): Promise<Outcome<PhoneChangeView>> {
    refuseApiKey(call.actor);
    return this.transactions.command(withoutKey(call), phoneChangeContract.withdraw, {}, async (tx) => {
      const locked = await this.lockOwn(tx, request.phoneChangeId);
      if (locked.change.correctionId === null) await this.writer.end(tx, locked.change, 'withdraw');
      else await this.stopped(tx, locked, 'person');
      return this.viewOf(tx, locked.change.id);
    });
  }

  /** An unknown link is NOT_FOUND; one of a change that has ended says what became of it. */
  @Handles(phoneChangeContract.getPublic)
  getPublic({ token }: PhoneChangeToken, call: CallContext): Promise<PublicPhoneChangeView> {
    return this.transactions.read(call, async (tx) => {
      await this.limit(tx);
      return publicPhoneChangeView(await this.findByToken(tx, token));
    });
  }

  /**
   * Stops a change for good: the link works once. The session that asked ends, as whoever asked for it may not be the person.
   * @throws DomainError `ILLEGAL_TRANSITION` if it has taken effect
   */
  @Handles(phoneChangeContract.stop)
  stop({ token }: PhoneChangeToken, call: CallContext): Promise<Outcome<PublicPhoneChangeView>> {
    return this.transactions.command(withoutKey(call), phoneChangeContract.stop, {}, async (tx) => {
      await this.limit(tx);
      const found = await this.findByToken(tx, token);
      const locked = await this.lock(tx, found);
      await this.stopped(tx, locked, 'oldPhone');
      return publicPhoneChangeView({ ...found, state: nextPhoneState(locked.change.state, 'stop') });
    });
  }

  @OnDue(phoneChangeKind)
  async due(tx: Transaction, id: string): Promise<void> {
    const found = await this.changes.findById(tx, id);
    if (found === null) return;
    const locked = await this.lock(tx, found);
    const step = dueStep(locked.change, tx.now);
    if (step === 'lapse') await this.writer.end(tx, locked.change, 'lapse');
    if (step === 'apply') await this.comeIntoEffect(tx, locked);
  }

  private async comeIntoEffect(tx: Transaction, locked: Locked): Promise<void> {
    const { person, change } = locked;
    // Without a password nobody signs in by this record any more: it was merged into another one.
    const values = { phone: this.newPhone(change) };
    if (person.passwordHash === null || (await this.delays.isTaken(tx, person, values)))
      return this.stopped(tx, locked, 'taken');
    if (change.correctionId === null) return this.apply(tx, locked);
    // It may give the person another number as well, which somebody else may have by now.
    if (!(await this.delays.apply(tx, person, change.correctionId))) return this.stopped(tx, locked, 'taken');
    await this.writer.end(tx, change, 'apply');
  }

  /** Gives the person the phone that they have asked for; the session in which they asked goes on. */
  private async apply(tx: Transaction, { person, change }: Locked): Promise<void> {
    const by = { kind: 'phoneChanged', sparedSessionId: change.sessionId } as const;
    await this.corrections.apply(tx, person, { phone: this.newPhone(change) }, by);
    await this.writer.end(tx, change, 'apply');
  }

  private async stopped(tx: Transaction, { person, change }: Locked, by: PhoneStop): Promise<void> {
    await this.writer.end(tx, change, 'stop', by);
    if (change.correctionId !== null) await this.delays.stop(tx, change.correctionId);
    await this.texts.tell(tx, person, 'phoneChangeStopped');
    if (by === 'oldPhone' && change.sessionId !== null) await this.endSession(tx, change.sessionId);
  }

  private async endSession(tx: Transaction, sessionId: string): Promise<void> {
    const session = await this.sessions.lockById(tx, sessionId);
    if (session === null || session.revokedAt !== null) return;
    await this.sessions.update(tx, { ...session, revokedAt: tx.now });
    tx.audit({ noun: 'session', id: session.id, before: { revoked: false }, after: { revoked: true } });
    this.authChanges.publish(tx, session.personId);
  }

  private newPhone({ personId, newPhone }: PhoneChangeRow): string {
    if (newPhone === null) throw new DomainError('ILLEGAL_TRANSITION');
    return this.personalData.open(personId, 'phone', newPhone);
  }

  private hashesOf(
    id: string,
    { newCode, oldCode }: ConfirmPhoneChange,
  ): { readonly newCodeHash: string; readonly oldCodeHash: string | null } {
    const old = normaliseCode(oldCode ?? '');
    return {
      newCodeHash: this.asking.hashOf(id, 'new', normaliseCode(newCode)),
      oldCodeHash: old === '' ? null : this.asking.hashOf(id, 'old', old),
    };
  }

  private async lockOwn(tx: Transaction, id: string): Promise<Locked> {
    tx.authorise(actions.changeOwnContacts, {});
    const found = await this.changes.findById(tx, id);
    if (found?.personId !== tx.personId) throw new DomainError('NOT_FOUND');
    return this.lock(tx, found);
  }

  /** The person first, as whatever changes a person locks them. */
  private async lock(tx: Transaction, { id, personId }: PhoneChangeRow): Promise<Locked> {
    const person = await this.people.lockById(tx, personId);
    const change = await this.changes.lockById(tx, id);
    if (person === null || change === null) throw new DomainError('NOT_FOUND');
    return { person, change };
  }

  private async findByToken(tx: Transaction, token: string): Promise<PhoneChangeRow> {
    const found = await this.changes.findByStopHash(tx, this.writer.hashOfToken(token));
    if (found === null) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** @throws DomainError `TOO_MANY_REQUESTS` to a network with very many requests */
  private async limit(tx: Transaction): Promise<void> {
    if ((await this.requests.countRequest(tx, 'stop')) <= requestsPerHourMax) return;
    const seconds = secondsToNextHour(tx.now);
    throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
  }

  private async viewOf(tx: Transaction, id: string): Promise<PhoneChangeView> {
    const row = await this.changes.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return phoneChangeView(row);
  }
}
