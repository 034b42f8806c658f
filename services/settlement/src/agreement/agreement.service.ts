import { Injectable } from '@nestjs/common';
import { type AgreementProposed, expenseCodes, incomeKinds, settlementEvents } from '@gongxiang/contracts';
import { DomainError, type FieldProblem } from '@gongxiang/domain';
import { recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { type CostTerms, readTerms } from './cost-terms.js';
import { TermsJudges } from './terms-judges.js';
import { judgeTerms, partiesOf } from './verdict.model.js';

/** The due work of judging a proposal whose parties were not all known at first. */
export const judgeKind = 'judge-agreement';
const partyWaitMs = 10_000;
const problemsMax = 200;

@Injectable()
export class AgreementService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly judges: TermsJudges,
  ) {}

  /** Judges at once, unless a party is missing whose copy may be on its way: then once more, a little later. */
  async judge(tx: Transaction, proposal: AgreementProposed): Promise<void> {
    const problems = await this.problemsOf(tx, proposal);
    if (!problems.some(({ code }) => code === 'PARTY_UNKNOWN')) return this.answer(tx, proposal, problems);
    const at = new Date(tx.now.getTime() + partyWaitMs);
    await schedule(tx, { kind: judgeKind, key: proposal.agreementId, at, payload: { ...proposal } });
  }

  async judgeFinally(tx: Transaction, proposal: AgreementProposed): Promise<void> {
    await this.answer(tx, proposal, await this.problemsOf(tx, proposal));
  }

  private async problemsOf(tx: Transaction, proposal: AgreementProposed): Promise<readonly FieldProblem[]> {
    let terms: CostTerms;
    try {
      terms = readTerms(proposal.terms);
    } catch (error) {
      // Terms that cannot be read are refused like any others: the answer names the fields.
      if (error instanceof DomainError) return error.errors;
      throw error;
    }
    const parties = await this.references.parties(tx, partiesOf(terms));
    const problems = judgeTerms(terms, {
      isKnown: (key) => parties.has(key),
      fundCategories: incomeKinds,
      expenseCodes,
    });
    // Others judge what can be split at all.
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
