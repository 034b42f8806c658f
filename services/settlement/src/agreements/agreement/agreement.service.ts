import { Injectable } from '@nestjs/common';
import { expenseCodes, incomeKinds } from '@gongxiang/contracts/settlement/fund';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import type { AgreementProposed } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, type FieldProblem } from '@gongxiang/domain';
import { recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { AgreementRef } from './agreement.entity.js';
import { type CostTerms, readTerms } from './cost-terms.js';
import { TermsJudges } from './terms-judges.js';
import { judgeTerms, partiesOf } from './verdict.model.js';

/** Due work: retries the verdict on a proposal with parties that were not known yet. */
export const judgeKind = 'judge-agreement';
const unknownParty = 'PARTY_UNKNOWN';
const problemsMax = 200;

@Injectable()
export class AgreementService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly judges: TermsJudges,
  ) {}

  /**
   * Judges at once, unless an unknown party is the only problem: its copy may still be in flight for any length of
   * time, and a late copy must not lead to a refusal.
   */
  async judge(tx: Transaction, proposal: AgreementProposed): Promise<void> {
    if (await this.tryAnswer(tx, proposal)) return;
    await schedule(tx, { kind: judgeKind, key: proposal.agreementId, at: tx.now, payload: { ...proposal } });
  }

  /** @throws DomainError `REFERENCE_PENDING` while a party is unknown and the proposal awaits its verdict */
  async judgeAgain(tx: Transaction, proposal: AgreementProposed): Promise<void> {
    const known = await tx.sql.findOneBy(AgreementRef, { id: proposal.agreementId });
    if (known !== null && known.state !== 'checking') return;
    if (!(await this.tryAnswer(tx, proposal)))
      throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
  }

  /** @returns false if the verdict must wait for a party */
  private async tryAnswer(tx: Transaction, proposal: AgreementProposed): Promise<boolean> {
    const problems = await this.problemsOf(tx, proposal);
    const certain = problems.filter(({ code }) => code !== unknownParty);
    if (problems.length > 0 && certain.length === 0) return false;
    await this.answer(tx, proposal, certain);
    return true;
  }

  private async problemsOf(tx: Transaction, proposal: AgreementProposed): Promise<readonly FieldProblem[]> {
    let terms: CostTerms;
    try {
      terms = readTerms(proposal.terms);
    } catch (error) {
      // Unreadable terms are refused like other invalid ones; the verdict names the fields.
      if (error instanceof DomainError) return error.errors;
      throw error;
    }
    const parties = await this.references.parties(tx, partiesOf(terms));
    const problems = judgeTerms(terms, {
      isKnown: (key) => parties.has(key),
      fundCategories: incomeKinds,
      expenseCodes,
    });
    // Other judges only see terms that can be split.
    return problems.length > 0 ? problems : this.judges.problemsOf(tx, terms, proposal);
  }

  private async answer(
    tx: Transaction,
    proposal: AgreementProposed,
    problems: readonly FieldProblem[],
  ): Promise<void> {
    const { agreementId, activityId, hash } = proposal;
    await recordEvent(tx, settlementEvents.agreementJudged, agreementId, {
      agreementId,
      activityId,
      hash,
      accepted: problems.length === 0,
      problems: problems.slice(0, problemsMax).map(({ pointer, code }) => ({ pointer, code })),
    });
  }
}
