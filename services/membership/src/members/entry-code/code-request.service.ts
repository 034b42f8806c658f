import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  entryCodeContract,
  type RequestEntryCodeRequest,
} from '@gongxiang/contracts/membership/members/entry-code.contract';
import { type CallContext, DomainError, newId, normaliseIdentifier } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { MemberRepository } from '../member/member.repository.js';
import { signInNameOf } from '../../access/session/sign-in-name.js';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { CodeHolders } from './code-holders.js';
import { EntryCodeIssuer } from './entry-code-issuer.js';
import { requestsPerHourMax, secondsToNextHour } from './entry-code.model.js';
import { EntryCodeRepository } from './entry-code.repository.js';

const codeRequestKind = 'entry-code-request';

/** The requested person, by hashes that are useless without the key, and a login. */
type RequestedPerson =
  | { readonly purpose: 'activation'; readonly nameHash: string; readonly residentNumberHash: string }
  | {
      readonly purpose: 'passwordReset' | 'signIn';
      readonly account: string | null;
      readonly phoneHash: string;
    };

/**
 * Accepts requests for codes by text message. A request is only scheduled: the person is looked up, and a message
 * sent, after the response, which is therefore the same and takes the same time whether or not the person exists.
 */
@Injectable()
export class CodeRequestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: EntryCodeRepository,
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly personalData: PersonalData,
    private readonly issuer: EntryCodeIssuer,
    private readonly codeHolders: CodeHolders,
  ) {}

  /** @throws DomainError `VALIDATION_FAILED`, `TOO_MANY_REQUESTS` to an address with very many requests */
  @Handles(entryCodeContract.request)
  async request(request: RequestEntryCodeRequest, call: CallContext): Promise<Outcome<Done>> {
    const payload = { ...this.requestedPerson(request) };
    return this.transactions.command(withoutKey(call), entryCodeContract.request, {}, async (tx) => {
      if ((await this.codes.countRequest(tx)) > requestsPerHourMax) {
        const seconds = secondsToNextHour(tx.now);
        throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
      }
      await schedule(tx, { kind: codeRequestKind, key: newId(), at: tx.now, payload });
      return new Done();
    });
  }

  @OnDue(codeRequestKind)
  async send(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    const requested = payload as RequestedPerson;
    const person = await this.find(tx, requested);
    if (person !== null) await this.issuer.send(tx, person, requested.purpose);
  }

  private requestedPerson({
    purpose,
    name,
    residentNumber,
    account,
  }: RequestEntryCodeRequest): RequestedPerson {
    if (purpose !== 'activation') {
      const signInName = signInNameOf(this.personalData, required(account, '/account'));
      return { purpose, account: signInName.account, phoneHash: signInName.phoneHash };
    }
    const number = normaliseIdentifier(required(residentNumber, '/residentNumber'));
    const nameHash = this.personalData.hash('name', required(name, '/name'));
    return { purpose, nameHash, residentNumberHash: this.personalData.hash('residentNumber', number) };
  }

  /** Locks the person whom the code would let in. */
  private async find(tx: Transaction, requested: RequestedPerson): Promise<PersonRow | null> {
    if (requested.purpose !== 'activation') {
      if (requested.purpose === 'signIn') return this.codeHolders.lock(tx, requested);
      const found = await this.people.findToSignIn(tx, requested.account, requested.phoneHash);
      return found && this.people.lockById(tx, found.id);
    }
    const person = await this.people.lockByResidentNumber(tx, requested.residentNumberHash);
    if (person === null || person.nameHash !== requested.nameHash || person.passwordHash !== null)
      return null;
    return (await this.members.findOpen(tx, person.id)) === null ? null : person;
  }
}

function required(text: string | undefined, pointer: string): string {
  if (text === undefined)
    throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer, code: 'REQUIRED' }] });
  return text;
}
