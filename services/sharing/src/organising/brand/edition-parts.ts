import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { PoolService } from '../../activities/pool/pool.service.js';
import { SignUpFormService } from '../../activities/sign-up-form/sign-up-form.service.js';
import { type BrandTemplate, editionPools } from './template.js';

/** The parts of an edition beside the activity itself: pools and the sign-up form. */
@Injectable()
export class EditionParts {
  constructor(
    private readonly pools: PoolService,
    private readonly forms: SignUpFormService,
  ) {}

  /** @param draft just created from the template @returns the draft after that */
  async add(tx: Transaction, template: BrandTemplate, draft: ActivityRow): Promise<ActivityRow> {
    await this.pools.addAll(tx, draft.id, editionPools(template, draft));
    const { questions, keepDays } = template;
    return questions.length === 0
      ? draft
      : this.forms.set(tx, draft, { questions: [...questions], keepDays });
  }
}
