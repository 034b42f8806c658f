import { Injectable } from '@nestjs/common';
import type { ActivateRequest } from '@gongxiang/contracts/membership/members/activation.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, normaliseIdentifier } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { ClaimMatch } from '../entry-code/entry-code-verifier.js';
import { MemberRepository } from '../member/member.repository.js';
import { auditedStateOf, memberStateOf } from '../member/member-state.js';
import type { MembershipRow } from '../member/membership.entity.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { checkAccount } from '../../persons/person/person.model.js';
import { PersonRepository } from '../../persons/person/person.repository.js';

/** A claimed identity, with the login that the person wants. */
export interface Claim {
  readonly nameHash: string;
  readonly residentNumberHash: string;
  /** Wrong attempts at a number are counted together, over all names and addresses. */
  readonly claimHash: string;
  /**
   * Failures are counted per number, not per name: a name without a code finds nobody, and several people share it.
   */
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

  /** The person with this number, and whether the name is theirs and they belong to a union. */
  async find(tx: Transaction, claim: Claim): Promise<ClaimMatch | null> {
    const person = await this.people.lockByResidentNumber(tx, claim.residentNumberHash);
    if (person === null) return null;
    const isMember = (await this.members.findOpen(tx, person.id)) !== null;
    return { person, matches: isMember && person.nameHash === claim.nameHash };
  }

  /**
   * Only for a person who has proved their identity: a refusal reveals data on record.
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
    this.authChanges.publish(tx, person.id);
  }

  private async updatePerson(tx: Transaction, person: PersonRow): Promise<void> {
    try {
      await this.people.update(tx, person);
    } catch (error) {
      const constraint = brokenConstraint(error);
      const isAccountTaken = constraint === 'person_account_key' || constraint === 'person_signs_in_by_phone';
      throw isAccountTaken ? new DomainError('ACCOUNT_TAKEN', { pointer: '/account' }) : error;
    }
  }
}
