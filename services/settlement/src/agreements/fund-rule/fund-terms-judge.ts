import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgreementProposed } from '@gongxiang/contracts/sharing/sharing-events';
import { type FieldProblem, partyKey, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { CostTerms } from '../agreement/cost-terms.js';
import { type TermsJudge, TermsJudges } from '../agreement/terms-judges.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { FundRuleJudge } from './fund-rule-judge.js';
import type { FundLine } from './judgement.model.js';

/**
 * Judges an agreement by the fund rules before anyone signs: whether each party may spend this kind of money on this
 * code at all. The actual use and headcount are only known from bills and facts.
 */
@Injectable()
export class FundTermsJudge implements TermsJudge, OnModuleInit {
  constructor(
    private readonly judges: TermsJudges,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly rules: FundRuleJudge,
  ) {}

  onModuleInit(): void {
    this.judges.add(this);
  }

  async problemsOf(
    tx: Transaction,
    terms: CostTerms,
    { activityId }: AgreementProposed,
  ): Promise<FieldProblem[]> {
    const known = await this.references.parties(tx, terms.parties.map(partyKey));
    const lines = [...known.values()].map(({ unionId }) => lineOf(terms, unionId));
    // The activity may arrive after its agreement; then today's rules apply.
    const startsAt = (await this.activities.find(tx, activityId))?.startsAt ?? tx.now;
    const { breaches } = await this.rules.judge(tx, {
      on: shanghaiDate(startsAt),
      lines,
      heads: null,
      days: 1,
      spentOf: async () => new Map<string, bigint>(),
    });
    return breaches.some(({ rule }) => rule.kind === 'expenseBarred')
      ? [{ pointer: '/expenseCode', code: 'FUND_RULE_BARS_EXPENSE' }]
      : [];
  }
}

function lineOf({ fundCategory, expenseCode }: CostTerms, unionId: string): FundLine {
  const incomeKind = fundCategory as FundLine['incomeKind'];
  return { place: '/expenseCode', unionId, amountFen: 0n, incomeKind, expenseCode, use: null };
}
