import { Injectable } from '@nestjs/common';
import type { CodePurpose } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { MemberRepository } from '../member/member.repository.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { channelOf, judge, normaliseCode, type Verdict } from './entry-code.model.js';
import { closedUntil, failuresPerDayMax } from '../member/entry-closing.model.js';
import type { EntryCodeRow } from './entry-code.entity.js';
import { entryCodeText } from './entry-code-issuer.js';
import { EntryCodeRepository } from './entry-code.repository.js';

/** How many officers are notified of refused attempts; everybody finds them in the list of members. */
const notifiedMax = 100;

/** A claimed identity with a code. */
export interface CodeSubmission {
  readonly purpose: CodePurpose;
  /** Hash of the claim; attempts are counted whether or not there is such a person. */
  readonly claimHash: string;
  readonly code: string;
}

/** The person to whom a claim refers, and whether all of it matches. */
export interface ClaimMatch {
  readonly person: PersonRow;
  readonly matches: boolean;
}

/** Verifies codes. A refusal does not reveal whether the person exists. */
@Injectable()
export class EntryCodeVerifier {
  constructor(
    private readonly codes: EntryCodeRepository,
    private readonly personalData: PersonalData,
    private readonly members: MemberRepository,
    private readonly changes: PendingChangeRepository,
    private readonly push: Push,
  ) {}

  /**
   * Verifies an attempt and counts it: the transaction must commit even if it was wrong.
   * @param find locks the claimed person; called once the claim is locked
   * @throws DomainError `ENTRY_CLOSED`, `CODE_NOT_CONFIRMED`
   */
  async verify(
    tx: Transaction,
    submission: CodeSubmission,
    find: () => Promise<ClaimMatch | null>,
  ): Promise<{ readonly verdict: Verdict; readonly person: PersonRow | null }> {
    const { purpose, claimHash } = submission;
    const code = normaliseCode(submission.code);
    await this.codes.lockClaim(tx, claimHash);
    const isClosed = closedUntil(await this.codes.findAttempt(tx, claimHash), tx.now) !== null;
    if (isClosed && channelOf(code) === 'textMessage') throw new DomainError('ENTRY_CLOSED');
    const claimed = await find();
    const person = claimed?.matches ? claimed.person : null;
    const verdict =
      person === null ? 'wrong' : await this.compare(tx, { personId: person.id, purpose }, code);
    if (verdict === 'wrong') await this.countFailure(tx, submission, claimed?.person ?? null);
    if (verdict === 'right') await this.codes.deleteFailures(tx, claimHash);
    return { verdict, person };
  }

  /** Compares the typed code with the newest one of its form, and marks that as used or counts the wrong attempt. */
  private async compare(
    tx: Transaction,
    of: { readonly personId: string; readonly purpose: CodePurpose },
    code: string,
  ): Promise<Verdict> {
    const newest = await this.codes.findNewest(tx, { ...of, channel: channelOf(code) });
    if (newest === null) return 'wrong';
    const comparison = judge(newest, this.personalData.hash('entryCode', entryCodeText(of, code)), tx.now);
    const verdict = comparison === 'right' ? await this.requireConfirmation(tx, newest) : comparison;
    if (verdict === 'right') await this.codes.markAllUsed(tx, of.personId, of.purpose);
    if (verdict === 'wrong') await this.codes.countAttempt(tx, newest.id);
    return verdict;
  }

  private async countFailure(
    tx: Transaction,
    { purpose, claimHash }: CodeSubmission,
    person: PersonRow | null,
  ): Promise<void> {
    const failures = await this.codes.countFailure(tx, claimHash, person?.id ?? null);
    if (failures === failuresPerDayMax && person !== null) await this.warnUnion(tx, person, purpose);
  }

  /** Only the holder of the code learns that it waits for confirmation. @throws DomainError `CODE_NOT_CONFIRMED` */
  private async requireConfirmation(tx: Transaction, { pendingChangeId }: EntryCodeRow): Promise<Verdict> {
    if (pendingChangeId === null) return 'right';
    const change = await this.changes.findById(tx, pendingChangeId);
    if (change?.state === 'waiting') throw new DomainError('CODE_NOT_CONFIRMED');
    return change?.state === 'confirmed' ? 'right' : 'wrong';
  }

  /** Notifies the officers of a person's union, and of those above, that somebody tries to impersonate the person. */
  private async warnUnion(tx: Transaction, person: PersonRow, purpose: CodePurpose): Promise<void> {
    const membership = await this.members.findOpen(tx, person.id);
    const member = membership && (await this.members.findById(tx, membership.id));
    if (member === null) return;
    tx.audit({
      noun: 'member',
      id: member.id,
      after: { entryClosed: purpose, wrongTries: failuresPerDayMax },
    });
    const { roles } = actions.issueEntryCode;
    const officers = await this.changes.holdersOver(tx, member.unionPath, roles, notifiedMax);
    this.push.hint(tx, officers, { resource: 'member', id: member.id, version: member.version });
  }
}
