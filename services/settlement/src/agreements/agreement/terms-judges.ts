import { Injectable } from '@nestjs/common';
import type { AgreementProposed } from '@gongxiang/contracts/sharing/sharing-events';
import type { FieldProblem } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { CostTerms } from './cost-terms.js';

/** Somebody else who has a say in whether a proposal may be signed. */
export interface TermsJudge {
  /** @returns what stands in the way, each with its place in the terms */
  problemsOf(
    tx: Transaction,
    terms: CostTerms,
    proposal: AgreementProposed,
  ): Promise<readonly FieldProblem[]>;
}

/** Those who judge proposals beside this feature. They come to it, as it knows none of them. */
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
