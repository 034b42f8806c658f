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
import { actions } from '../actions.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { PendingChangeDesk } from '../../unions/pending-change/pending-change-desk.js';
import { decidedOverAccountAt } from '../../unions/pending-change/pending-change.model.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import { EntryCodeIssuer } from './entry-code-issuer.js';
import { printedForm } from './entry-code.model.js';

/** Makes codes to be printed, for members who have no phone on record, or whose phone is gone. */
@Injectable()
export class EntryCodeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly roles: RoleRepository,
    private readonly changes: PendingChangeRepository,
    private readonly desk: PendingChangeDesk,
    private readonly issuer: EntryCodeIssuer,
  ) {}

  /** @throws DomainError `ALREADY_ACTIVATED`, `NOT_ACTIVATED`, `SAME_PERSON`, `ILLEGAL_TRANSITION` where the membership has ended */
  @Handles(entryCodeContract.issue)
  issue(request: IssueEntryCodeRequest, call: CallContext): Promise<Outcome<EntryCodeView>> {
    const { purpose } = request;
    const work = async (tx: Transaction): Promise<EntryCodeView> => {
      const member = await this.allowed(tx, request.memberId);
      const { personId } = member;
      const person = await this.people.lockById(tx, personId);
      if (person === null || member.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
      requireFit(purpose, person);
      const held = await this.roles.heldWithin(tx, personId, rootPath);
      const offered = await this.changes.placesOfRoles(tx, personId);
      const offices = [...held.map(({ unionPath }) => unionPath), ...offered];
      if (purpose === 'activation') requireAbove(tx, offices);
      const pendingChangeId = purpose === 'passwordReset' ? await this.propose(tx, member, offices) : null;
      const wanted = { personId, purpose, issuedBy: tx.personId, pendingChangeId };
      const { row, code } = await this.issuer.print(tx, wanted);
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
    // The code is shown once: a replay shows everything else.
    const keep = (view: EntryCodeView): EntryCodeView => ({ ...view, code: null });
    return this.transactions.command(call, entryCodeContract.issue, request, work, { keep });
  }

  /** Whoever holds the code holds the account of somebody else: a second person has to agree. @throws DomainError `SAME_PERSON` */
  private async propose(
    tx: Transaction,
    { personId, unionId, unionPath }: MemberRecord,
    offices: readonly string[],
  ): Promise<string> {
    if (personId === tx.personId) throw new DomainError('SAME_PERSON');
    // Of the codes of a person the newest alone counts, so that what waits for the one before is in vain.
    const earlier = await this.changes.lockWaitingReset(tx, personId);
    if (earlier !== null) await this.desk.end(tx, earlier, { state: 'withdrawn' });
    const decidedAt = decidedOverAccountAt([unionPath, ...offices]);
    const { id } = await this.desk.propose(tx, { kind: 'passwordReset', unionId, personId, decidedAt });
    return id;
  }

  /** Whoever may not see the member is not told that there is one. */
  private async allowed(tx: Transaction, memberId: string): Promise<MemberRecord> {
    const member = await this.members.findById(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(actions.issueEntryCode, { ...subject, visible: true });
    if (member === null) throw new DomainError('NOT_FOUND');
    return member;
  }
}

/** A code for whoever was given an office already is printed above it: it would hold that office. @throws DomainError `NOT_PERMITTED` */
function requireAbove(tx: Transaction, offices: readonly string[]): void {
  if (offices.length === 0) return;
  tx.authorise(actions.issueEntryCode, { paths: [decidedOverAccountAt(offices)], visible: true });
}

/** An account is activated once; before that there is no password to be set anew. */
function requireFit(purpose: EntryPurpose, { passwordHash }: PersonRow): void {
  if (purpose === 'activation' && passwordHash !== null) throw new DomainError('ALREADY_ACTIVATED');
  if (purpose === 'passwordReset' && passwordHash === null) throw new DomainError('NOT_ACTIVATED');
}
