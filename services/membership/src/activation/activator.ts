import { Injectable } from '@nestjs/common';
import { type ActivateRequest, membershipEvents } from '@gongxiang/contracts';
import { DomainError, normaliseIdentifier } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../crypto/personal-data.js';
import { MemberRepository } from '../member/member.repository.js';
import { auditedStateOf, memberStateOf } from '../member/member.state.js';
import type { MembershipRow } from '../member/membership.entity.js';
import { AuthChanges } from '../person/auth-changes.js';
import type { PersonRow } from '../person/person.entity.js';
import { checkAccount, checkPhone } from '../person/person.model.js';
import { PersonRepository } from '../person/person.repository.js';

/** Who someone says he is, and what he wants to sign in with. */
export interface Claim {
  readonly nameHash: string;
  readonly residentNumberHash: string;
  /** Failures count per name and per number: whoever knows one of them is slowed, however many of the other he tries. */
  readonly guarded: readonly string[];
  readonly account: string | null;
  readonly phone: string | null;
}

export interface Match {
  readonly person: PersonRow;
  readonly membership: MembershipRow;
}

@Injectable()
export class Activator {
  constructor(
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly personalData: PersonalData,
    private readonly authChanges: AuthChanges,
  ) {}

  /** @throws DomainError `ACCOUNT_FORMAT`, `PHONE_FORMAT` */
  claimOf(request: ActivateRequest): Claim {
    const nameHash = this.personalData.hash('name', request.name);
    const residentNumber = normaliseIdentifier(request.residentNumber);
    const residentNumberHash = this.personalData.hash('residentNumber', residentNumber);
    return {
      nameHash,
      residentNumberHash,
      guarded: [nameHash, residentNumberHash].map((hash) =>
        this.personalData.hash('account', `activation:${hash}`),
      ),
      account: request.account ? checkAccount(request.account) : null,
      phone: request.phone ? checkPhone(request.phone) : null,
    };
  }

  /** The member who is meant, or null: it is not said which part did not fit. @throws DomainError `ALREADY_ACTIVATED` */
  async find(tx: Transaction, claim: Claim): Promise<Match | null> {
    const person = await this.people.lockByResidentNumber(tx, claim.residentNumberHash);
    if (person === null || person.nameHash !== claim.nameHash) return null;
    // Only to someone who has shown that he is this person.
    if (person.passwordHash !== null) throw new DomainError('ALREADY_ACTIVATED');
    const membership = await this.members.findOpen(tx, person.id);
    return membership === null ? null : { person, membership };
  }

  /** @throws DomainError `ACCOUNT_REQUIRED`, `ACCOUNT_TAKEN` */
  async activate(
    tx: Transaction,
    match: Match,
    claim: Claim & { readonly passwordHash: string },
  ): Promise<void> {
    const { person: before } = match;
    if (claim.account === null && claim.phone === null && before.phone === null) {
      throw new DomainError('ACCOUNT_REQUIRED', { pointer: '/account' });
    }
    const { account, passwordHash } = claim;
    const person = {
      ...before,
      ...this.phoneOf(before, claim.phone),
      account,
      passwordHash,
      version: before.version + 1,
    };
    await this.updatePerson(tx, person);
    const membership: MembershipRow = { ...match.membership, state: 'active' };
    await this.members.update(tx, membership);
    const state = memberStateOf(person, membership, this.personalData);
    tx.audit({
      noun: 'member',
      id: membership.id,
      before: auditedStateOf(before, match.membership),
      after: auditedStateOf(person, membership),
    });
    await recordEvent(tx, membershipEvents.memberChanged, person.id, state);
    this.authChanges.tell(tx, person.id);
  }

  private phoneOf(person: PersonRow, phone: string | null): Pick<PersonRow, 'phone' | 'phoneHash'> {
    if (phone === null) return { phone: person.phone, phoneHash: person.phoneHash };
    const phoneHash = this.personalData.hash('phone', phone);
    return { phone: this.personalData.seal(person.id, 'phone', phone), phoneHash };
  }

  private async updatePerson(tx: Transaction, person: PersonRow): Promise<void> {
    try {
      await this.people.update(tx, person);
    } catch (error) {
      const constraint = brokenConstraint(error);
      const isTaken = constraint === 'person_account_key' || constraint === 'person_signs_in_by_phone';
      throw isTaken ? new DomainError('ACCOUNT_TAKEN', { pointer: '/account' }) : error;
    }
  }
}
