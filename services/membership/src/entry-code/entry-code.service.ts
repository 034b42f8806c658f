import { Injectable } from '@nestjs/common';
import { entryCodeContract, type EntryCodeView, type IssueEntryCodeRequest } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { PersonRepository } from '../person/person.repository.js';
import { EntryCodeIssuer } from './entry-code.issuer.js';
import { printedForm } from './entry-code.model.js';

/** Prints codes for members who have no phone on record, or whose phone is gone. */
@Injectable()
export class EntryCodeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly issuer: EntryCodeIssuer,
  ) {}

  /** @throws DomainError `ALREADY_ACTIVATED`, `ILLEGAL_TRANSITION` for a membership that has ended */
  issue(request: IssueEntryCodeRequest, call: CallContext): Promise<Outcome<EntryCodeView>> {
    const { purpose } = request;
    const work = async (tx: Transaction): Promise<EntryCodeView> => {
      const member = await this.allowed(tx, request.memberId);
      const person = await this.people.lockById(tx, member.personId);
      if (person === null || member.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
      if (person.passwordHash !== null) throw new DomainError('ALREADY_ACTIVATED');
      const { row, code } = await this.issuer.print(tx, {
        personId: person.id,
        purpose,
        issuedBy: tx.personId,
      });
      return {
        id: row.id,
        purpose,
        code: printedForm(code),
        maskedName: member.maskedName,
        unionName: member.unionName,
        validUntil: row.expiresAt.toISOString(),
      };
    };
    // The code is shown once: a replay shows everything else.
    const keep = (view: EntryCodeView): EntryCodeView => ({ ...view, code: null });
    return this.transactions.command(call, entryCodeContract.issue, request, work, { keep });
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
