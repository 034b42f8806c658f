import { Injectable } from '@nestjs/common';
import { OnDue, schedule, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { officesAt, partyOf, toldTitle, type Whom } from '../../reference/whom.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { HandoverRepository } from '../handover/handover.repository.js';
import { decidingPath, isOpen } from '../loan-damage/loan-damage.model.js';
import { DamageRepository } from '../loan-damage/loan-damage.repository.js';
import { ExtensionRequestRepository } from '../loan/extension-request.repository.js';
import { loanAwaitsDue } from '../loan/loan-awaits-due.js';
import type { LoanRow } from '../loan/loan.entity.js';
import { LoanRepository } from '../loan/loan.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { ResourceRepository } from '../resource/resource.repository.js';
import { awaitsOfLoan, nextLookAt } from './loan-awaits.model.js';

/** Says whom a loan waits for: for a decision, an answer to a handover, a damage. */
@Injectable()
export class LoanAwaits {
  constructor(
    private readonly loans: LoanRepository,
    private readonly resources: ResourceRepository,
    private readonly extensions: ExtensionRequestRepository,
    private readonly handovers: HandoverRepository,
    private readonly damages: DamageRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(loanAwaitsDue)
  async sync(tx: Transaction, loanId: string): Promise<void> {
    const loan = await this.loans.findById(tx, loanId);
    const resource = loan && (await this.resources.findById(tx, loan.resourceId));
    if (loan === null || resource === null) return;
    const [borrowerName = ''] = await this.references.namesOf(tx, [loan.borrowerUnionId]);
    const damages = (await this.damages.listOf(tx, loanId)).filter(isOpen);
    const awaits = awaitsOfLoan({
      loan,
      title: toldTitle(resource.ownerKind, resource.title),
      borrowerName,
      ...sidesOf(loan, resource),
      decider: damages.length === 0 ? null : await this.deciderOf(tx, loan),
      extension: await this.extensions.asked(tx, loanId),
      handovers: await this.handovers.listOf(tx, loanId),
      damages,
      now: tx.now,
    });
    await syncAwaits(tx, 'sharing', 'loan', [{ id: loanId, awaits }]);
    const at = nextLookAt(damages, tx.now);
    if (at !== null) await schedule(tx, { kind: loanAwaitsDue, key: loanId, at });
  }

  /** The officers of the nearest union above both. */
  private async deciderOf(tx: Transaction, loan: LoanRow): Promise<Whom | null> {
    const places = await this.references.placesOf(tx, [loan.ownerUnionId, loan.borrowerUnionId]);
    const path = decidingPath(places.get(loan.ownerUnionId) ?? '', places.get(loan.borrowerUnionId) ?? '');
    const unionId = await this.damages.unionAt(tx, path);
    return unionId === null ? null : officesAt([unionId], actions.decideDamage);
  }
}

/** The owner, with who acts for them; the person who requested it, or who may answer for them. */
function sidesOf(
  loan: LoanRow,
  { ownerKind, ownerId }: ResourceRow,
): Record<'owner' | 'borrower' | 'payer', Whom> {
  const owner = { kind: ownerKind, id: ownerId, unionId: loan.ownerUnionId };
  const atBorrower = officesAt([loan.borrowerUnionId], actions.requestLoan);
  return {
    owner: partyOf(owner, actions.decideLoan),
    borrower: loan.requesterLeft ? atBorrower : { personIds: [loan.requestedBy] },
    payer: officesAt([loan.borrowerUnionId], actions.answerDamage),
  };
}
