import { Injectable } from '@nestjs/common';
import {
  entryCodeContract,
  type EntryCodeView,
  type IssueEntryCodeRequest,
} from '@gongxiang/contracts/membership/members/entry-code.contract';
import type { EntryPurpose } from '@gongxiang/contracts/membership/membership-events';
import { type CallContext, DomainError, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { AccountNews } from '../../access/account-news/account-news.js';
import { actions } from '../actions.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { PendingChangeWriter } from '../../unions/pending-change/pending-change-writer.js';
import { decidedOverAccountAt } from '../../unions/pending-change/pending-change.model.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import { EntryCodeIssuer } from './entry-code-issuer.js';
import { printedForm } from './entry-code.model.js';

/** Issues printed codes, for members without a phone on record, or whose phone is lost. */
@Injectable()
export class EntryCodeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly roles: RoleRepository,
    private readonly changes: PendingChangeRepository,
    private readonly changeWriter: PendingChangeWriter,
    private readonly issuer: EntryCodeIssuer,
    private readonly news: AccountNews,
  ) {}

  /**
   * @throws DomainError `ALREADY_ACTIVATED`, `NOT_ACTIVATED`, `SAME_PERSON`, `ILLEGAL_TRANSITION` if the membership
   * has ended
   */
  @Handles(entryCodeContract.issue)
  issue(request: IssueEntryCodeRequest, call: CallContext): Promise<Outcome<EntryCodeView>> {
    const { purpose } = request;
    const work = async (tx: Transaction): Promise<EntryCodeView> => {
      const member = await this.authorisedMember(tx, request.memberId);
      const { personId } = member;
      const person = await this.people.lockById(tx, personId);
      if (person === null || member.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
      requirePurposeFits(purpose, person);
      const held = await this.roles.listHeldWithin(tx, personId, rootPath);
      const offered = await this.changes.placesOfRoles(tx, personId);
      const offices = [...held.map(({ unionPath }) => unionPath), ...offered];
      if (purpose === 'activation') requireOfficeAbove(tx, offices);
      const pendingChangeId = purpose === 'passwordReset' ? await this.propose(tx, member, offices) : null;
      const wanted = { personId, purpose, issuedBy: tx.personId, pendingChangeId };
      const { row, code } = await this.issuer.print(tx, wanted);
      if (purpose === 'passwordReset') await this.news.tell(tx, person, 'resetCodeAsked', row.id);
      return {
        id: row.id,
        purpose,
        code: printedForm(code),
        maskedName: member.maskedName,
        unionName: member.unionName,
        validUntil: row.expiresAt.toISOString(),
        pendingChangeId,
      };
    };
    // The code is shown once: a replay omits it.
    const keep = (view: EntryCodeView): EntryCodeView => ({ ...view, code: null });
    return this.transactions.command(call, entryCodeContract.issue, request, work, { keep });
  }

  /**
   * A reset code gives access to somebody else's account, so a second person has to agree. @throws DomainError
   * `SAME_PERSON`
   */
  private async propose(
    tx: Transaction,
    { personId, unionId, unionPath }: MemberRecord,
    offices: readonly string[],
  ): Promise<string> {
    if (personId === tx.personId) throw new DomainError('SAME_PERSON');
    // Only the newest code of a person is valid, so a change that waits for an earlier one is withdrawn.
    const earlier = await this.changes.lockWaitingReset(tx, personId);
    if (earlier !== null) await this.changeWriter.end(tx, earlier, { state: 'withdrawn' });
    const decidedAt = decidedOverAccountAt([unionPath, ...offices]);
    const { id } = await this.changeWriter.propose(tx, {
      kind: 'passwordReset',
      unionId,
      personId,
      decidedAt,
    });
    return id;
  }

  /** A member whom the caller may not see is NOT_FOUND. */
  private async authorisedMember(tx: Transaction, memberId: string): Promise<MemberRecord> {
    const member = await this.members.findById(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(actions.issueEntryCode, { ...subject, visible: true });
    if (member === null) throw new DomainError('NOT_FOUND');
    return member;
  }
}

/**
 * Requires an office above those that the person holds or is offered: the code would give access to them. @throws
 * DomainError `NOT_PERMITTED`
 */
function requireOfficeAbove(tx: Transaction, offices: readonly string[]): void {
  if (offices.length === 0) return;
  tx.authorise(actions.issueEntryCode, { paths: [decidedOverAccountAt(offices)], visible: true });
}

/** An account is activated once, and only then has a password to reset. */
function requirePurposeFits(purpose: EntryPurpose, { passwordHash }: PersonRow): void {
  if (purpose === 'activation' && passwordHash !== null) throw new DomainError('ALREADY_ACTIVATED');
  if (purpose === 'passwordReset' && passwordHash === null) throw new DomainError('NOT_ACTIVATED');
}
