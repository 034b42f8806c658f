import { Injectable } from '@nestjs/common';
import type { EntryPurpose } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { MemberRepository } from '../member/member.repository.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { channelOf, judge, normaliseCode, type Verdict } from './entry-code.model.js';
import { closedUntil, failuresADayMax } from '../member/entry-closing.model.js';
import type { EntryCodeRow } from './entry-code.entity.js';
import { entryCodeText } from './entry-code-issuer.js';
import { EntryCodeRepository } from './entry-code.repository.js';

/** So many officers are told at once that tries were refused; everybody finds it in the list of members. */
const toldMax = 100;

/** Somebody at the door, who says who they are and shows a code. */
export interface Entering {
  readonly purpose: EntryPurpose;
  /** Of what was claimed; counted whether or not there is such a person. */
  readonly claimHash: string;
  readonly code: string;
}

/** Whom a claim points to, and whether all of it fits. */
export interface Claimed {
  readonly person: PersonRow;
  readonly fits: boolean;
}

/** Judges codes. What it refuses says nothing of whether there is such a person. */
@Injectable()
export class EntryDoor {
  constructor(
    private readonly codes: EntryCodeRepository,
    private readonly personalData: PersonalData,
    private readonly members: MemberRepository,
    private readonly changes: PendingChangeRepository,
    private readonly push: Push,
  ) {}

  /**
   * Judges a try and counts it: the transaction must commit where it was wrong.
   * @param find who is meant, locked; asked once the turn has come
   * @throws DomainError `ENTRY_CLOSED`, `CODE_NOT_CONFIRMED`
   */
  async judge(
    tx: Transaction,
    entering: Entering,
    find: () => Promise<Claimed | null>,
  ): Promise<{ readonly verdict: Verdict; readonly person: PersonRow | null }> {
    const { purpose, claimHash } = entering;
    const code = normaliseCode(entering.code);
    await this.codes.takeTurn(tx, claimHash);
    const isClosed = closedUntil(await this.codes.findAttempt(tx, claimHash), tx.now) !== null;
    if (isClosed && channelOf(code) === 'textMessage') throw new DomainError('ENTRY_CLOSED');
    const claimed = await find();
    const person = claimed?.fits ? claimed.person : null;
    const verdict =
      person === null ? 'wrong' : await this.compare(tx, { personId: person.id, purpose }, code);
    if (verdict === 'wrong') await this.countFailure(tx, entering, claimed?.person ?? null);
    if (verdict === 'right') await this.codes.forgetFailures(tx, claimHash);
    return { verdict, person };
  }

  /** Compares what was typed with the newest code of its form, which it uses up or counts the wrong try at. */
  private async compare(
    tx: Transaction,
    of: { readonly personId: string; readonly purpose: EntryPurpose },
    code: string,
  ): Promise<Verdict> {
    const newest = await this.codes.findNewest(tx, { ...of, channel: channelOf(code) });
    if (newest === null) return 'wrong';
    const judged = judge(newest, this.personalData.hash('entryCode', entryCodeText(of, code)), tx.now);
    const verdict = judged === 'right' ? await this.whereConfirmed(tx, newest) : judged;
    if (verdict === 'right') await this.codes.useUp(tx, of.personId, of.purpose);
    if (verdict === 'wrong') await this.codes.countTry(tx, newest.id);
    return verdict;
  }

  private async countFailure(
    tx: Transaction,
    { purpose, claimHash }: Entering,
    person: PersonRow | null,
  ): Promise<void> {
    const failures = await this.codes.countFailure(tx, claimHash, person?.id ?? null);
    if (failures === failuresADayMax && person !== null) await this.warnUnion(tx, person, purpose);
  }

  /** Only whoever holds the code learns that it waits for somebody. @throws DomainError `CODE_NOT_CONFIRMED` */
  private async whereConfirmed(tx: Transaction, { pendingChangeId }: EntryCodeRow): Promise<Verdict> {
    if (pendingChangeId === null) return 'right';
    const change = await this.changes.findById(tx, pendingChangeId);
    if (change?.state === 'waiting') throw new DomainError('CODE_NOT_CONFIRMED');
    return change?.state === 'confirmed' ? 'right' : 'wrong';
  }

  /** Those who hold office at the union of a person, and above it, see that somebody tries to be them. */
  private async warnUnion(tx: Transaction, person: PersonRow, purpose: EntryPurpose): Promise<void> {
    const membership = await this.members.findOpen(tx, person.id);
    const member = membership && (await this.members.findById(tx, membership.id));
    if (member === null) return;
    tx.audit({ noun: 'member', id: member.id, after: { entryClosed: purpose, wrongTries: failuresADayMax } });
    const { roles } = actions.issueEntryCode;
    const told = await this.changes.holdersOver(tx, member.unionPath, roles, toldMax);
    this.push.hint(tx, told, { resource: 'member', id: member.id, version: member.version });
  }
}
