import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { LoanRepository } from './loan.repository.js';
import { loanChanged } from './loan.view.js';

/** Due work: the open loans that a person asked for are looked at again. */
export const requesterDue = 'loan-requester';
/** So many loans are marked in one step. */
const loansPerStep = 200;

/** A loan is the union's: when the membership of whoever asked for it ends, it stays, marked for the officers of both sides. */
@Injectable()
export class RequesterService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly loans: LoanRepository,
  ) {}

  /** Keeps the news; the loans are looked at once it is committed, so that no lock of theirs is waited for here. */
  async changed(tx: Transaction, member: MemberState): Promise<void> {
    if (!(await this.references.saveMember(tx, member))) return;
    if (await this.loans.hasOpenOf(tx, member.personId)) {
      await schedule(tx, { kind: requesterDue, key: member.personId, at: tx.now });
    }
  }

  /** Marks his open loans, or takes the mark away where he is a member again. */
  async review(tx: Transaction, personId: string): Promise<void> {
    const member = await this.references.member(tx, personId);
    const requesterLeft = member.state === 'ended';
    const unlike = await this.loans.lockOpenOf(tx, { personId, requesterLeft: !requesterLeft }, loansPerStep);
    for (const before of unlike) {
      const row = { ...before, requesterLeft, version: before.version + 1 };
      await this.loans.update(tx, row);
      await loanChanged(tx, row, before);
    }
    if (unlike.length === loansPerStep) await schedule(tx, { kind: requesterDue, key: personId, at: tx.now });
  }
}
