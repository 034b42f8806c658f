import { Injectable } from '@nestjs/common';
import type { AgreementProposed } from '@gongxiang/contracts/sharing/sharing-events';
import type { FieldProblem } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { CostTerms } from './cost-terms.js';

/** A feature that checks proposals before they may be signed. */
export interface TermsJudge {
  /** @returns the problems, each with its pointer into the terms */
  problemsOf(
    tx: Transaction,
    terms: CostTerms,
    proposal: AgreementProposed,
  ): Promise<readonly FieldProblem[]>;
}

/** Registry of further judges of proposals. They register themselves, because this feature does not depend on them. */
@Injectable()
export class TermsJudges {
  private readonly judges: TermsJudge[] = [];

  add(judge: TermsJudge): void {
    this.judges.push(judge);
  }

  async problemsOf(tx: Transaction, terms: CostTerms, proposal: AgreementProposed): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    for (const judge of this.judges) problems.push(...(await judge.problemsOf(tx, terms, proposal)));
    return problems;
  }
}
