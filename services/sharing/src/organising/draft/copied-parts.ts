import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttachmentService } from '../../activities/attachment/attachment.service.js';
import { PoolService } from '../../activities/pool/pool.service.js';
import { SignUpFormService } from '../../activities/sign-up-form/sign-up-form.service.js';

/** The parts of an activity's plan beside the activity itself: pools, caps, attachments, and the sign-up form. */
@Injectable()
export class CopiedParts {
  constructor(
    private readonly pools: PoolService,
    private readonly forms: SignUpFormService,
    private readonly attachments: AttachmentService,
  ) {}

  /** @param draft just created from the original @returns the draft after that */
  async copy(tx: Transaction, original: ActivityRow, draft: ActivityRow): Promise<ActivityRow> {
    await this.pools.copyAll(tx, original.id, draft.id);
    await this.attachments.copyAll(tx, original.id, draft.id);
    return this.forms.copy(tx, original, draft);
  }
}
