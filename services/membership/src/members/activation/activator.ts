import { Injectable } from '@nestjs/common';
import type { ActivateRequest } from '@gongxiang/contracts/membership/members/activation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, normaliseIdentifier } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { Claimed } from '../entry-code/entry-door.js';
import { MemberRepository } from '../member/member.repository.js';
import { auditedStateOf, memberStateOf } from '../member/member-state.js';
import type { MembershipRow } from '../member/membership.entity.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { checkAccount } from '../../persons/person/person.model.js';
import { PersonRepository } from '../../persons/person/person.repository.js';

/** Who someone says he is, and what he wants to sign in with. */
export interface Claim {
  readonly nameHash: string;
  readonly residentNumberHash: string;
  /** Wrong tries at a number are counted together, over all names and addresses. */
  readonly claimHash: string;
  /** Failures count per number. Not per name: without a code no number is found by one, and others have it too. */
  readonly guarded: readonly string[];
  readonly account: string | null;
}

@Injectable()
export class Activator {
  constructor(
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly personalData: PersonalData,
    private readonly authChanges: AuthChanges,
  ) {}

  /** @throws DomainError `ACCOUNT_FORMAT` */
  claimOf(request: ActivateRequest): Claim {
    const nameHash = this.personalData.hash('name', request.name);
    const residentNumber = normaliseIdentifier(request.residentNumber);
    const residentNumberHash = this.personalData.hash('residentNumber', residentNumber);
    return {
      nameHash,
      residentNumberHash,
      claimHash: this.personalData.hash('entryCode', `activation:${residentNumberHash}`),
      guarded: [this.personalData.hash('account', `activation:${residentNumberHash}`)],
      account: request.account ? checkAccount(request.account) : null,
    };
  }

  /** The person of this number, and whether the name is theirs and they belong to a union. */
  async find(tx: Transaction, claim: Claim): Promise<Claimed | null> {
    const person = await this.people.lockByResidentNumber(tx, claim.residentNumberHash);
    if (person === null) return null;
    const isMember = (await this.members.findOpen(tx, person.id)) !== null;
    return { person, fits: isMember && person.nameHash === claim.nameHash };
  }

  /**
   * Only for someone who has shown that he is this person: what it refuses tells what is on record.
   * @throws DomainError `ALREADY_ACTIVATED`, `ACCOUNT_REQUIRED`, `ACCOUNT_TAKEN`
   */
  async activate(
    tx: Transaction,
    before: PersonRow,
    { account, passwordHash }: Claim & { readonly passwordHash: string },
  ): Promise<void> {
    if (before.passwordHash !== null) throw new DomainError('ALREADY_ACTIVATED');
    if (account === null && before.phone === null)
      throw new DomainError('ACCOUNT_REQUIRED', { pointer: '/account' });
    const imported = await this.members.findOpen(tx, before.id);
    if (imported === null) throw new DomainError('CODE_WRONG');
    const person = { ...before, account, passwordHash, version: before.version + 1 };
    await this.updatePerson(tx, person);
    const membership: MembershipRow = { ...imported, state: 'active' };
    await this.members.update(tx, membership);
    const state = memberStateOf(person, membership, this.personalData);
    tx.audit({
      noun: 'member',
      id: membership.id,
      before: auditedStateOf(before, imported),
      after: auditedStateOf(person, membership),
    });
    await recordEvent(tx, membershipEvents.memberChanged, person.id, state);
    this.authChanges.tell(tx, person.id);
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
