import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttachmentService } from '../../activities/attachment/attachment.service.js';
import { PoolService } from '../../activities/pool/pool.service.js';
import { SignUpFormService } from '../../activities/sign-up-form/sign-up-form.service.js';

/** What belongs to the plan of an activity beside the activity itself: its pools, their caps, its attachments, and what is asked at sign-up. */
@Injectable()
export class CopiedParts {
  constructor(
    private readonly pools: PoolService,
    private readonly forms: SignUpFormService,
    private readonly attachments: AttachmentService,
  ) {}

  /** @param draft was just made after the original @returns the draft as it is then */
  async copy(tx: Transaction, original: ActivityRow, draft: ActivityRow): Promise<ActivityRow> {
    await this.pools.copyAll(tx, original.id, draft.id);
    await this.attachments.copyAll(tx, original.id, draft.id);
    return this.forms.copy(tx, original, draft);
  }
}
