import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { partyKey } from '@gongxiang/domain';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AgreementRepository } from '../../activities/agreement/agreement.repository.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { SignUpFormRepository } from '../../activities/sign-up-form/sign-up-form.repository.js';
import { keepDaysDefault } from '../../activities/sign-up-form/sign-up-form.service.js';
import {
  type BrandTemplate,
  suggestedRule,
  taskTitles,
  templateEligibility,
  templatePools,
} from './template.js';

/** Takes the plan of a closed activity as a template: what was planned, without its participants. */
@Injectable()
export class BrandPlans {
  constructor(
    private readonly pools: PoolRepository,
    private readonly forms: SignUpFormRepository,
    private readonly agreements: AgreementRepository,
  ) {}

  async take(tx: Transaction, activity: ActivityRow): Promise<BrandTemplate> {
    const { title, description, kind, business, companionsMax, timeZone, unionId } = activity;
    // Moving to itself changes nothing: it returns the seats as they were planned.
    const pools = await this.pools.movedTo(tx, activity.id, activity.id);
    const { formVersion } = activity;
    const form = formVersion === 0 ? null : await this.forms.find(tx, activity.id, formVersion);
    return {
      title,
      description,
      kind,
      function: activity.function,
      business,
      companionsMax,
      timeZone,
      startsAt: activity.startsAt.toISOString(),
      endsAt: activity.endsAt.toISOString(),
      signUpOpensAt: activity.signUpOpensAt.toISOString(),
      signUpClosesAt: activity.signUpClosesAt.toISOString(),
      pools: templatePools(pools, unionId),
      questions: form?.questions ?? [],
      keepDays: form?.keepDays ?? keepDaysDefault,
      eligibility: templateEligibility(activity.eligibility),
      ...(await this.agreed(tx, activity)),
    };
  }

  private async agreed(
    tx: Transaction,
    { agreementId }: ActivityRow,
  ): Promise<Pick<BrandTemplate, 'tasks' | 'rule'>> {
    const agreement = agreementId === null ? null : await this.agreements.findById(tx, agreementId);
    if (agreement === null) return { tasks: [], rule: null };
    const { tasks, rule, parties } = agreement.terms;
    return { tasks: taskTitles(tasks), rule: suggestedRule(rule, parties.map(partyKey)) };
  }
}
