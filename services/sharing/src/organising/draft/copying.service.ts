import { Injectable } from '@nestjs/common';
import {
  type ActivityCopyView,
  type CopyActivityRequest,
  type CopyPlanView,
  draftContract,
  type PlanCopyRequest,
} from '@gongxiang/contracts/sharing/organising/draft.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ActivityService } from '../../activities/activity/activity.service.js';
import { activityViewOf } from '../../activities/activity/activity.view.js';
import { CopiedCredit } from './copied-credit.js';
import { CopiedParts } from './copied-parts.js';
import { CopiedTasks } from './copied-tasks.js';
import { planOf, textsOf } from './copied-plan.js';
import { copiedTimes, type CopyOfTimes } from './copied-times.js';

type CopyNotes = Pick<ActivityCopyView, 'moved' | 'holidaysUnknown' | 'invite'>;

/** Drafts a copy of an activity. Only the plan is copied, and used like any other plan. */
@Injectable()
export class CopyingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly activities: ActivityService,
    private readonly parts: CopiedParts,
    private readonly tasks: CopiedTasks,
    private readonly credit: CopiedCredit,
  ) {}

  @Handles(draftContract.copy)
  copy(request: CopyActivityRequest, call: CallContext): Promise<Outcome<ActivityCopyView>> {
    return this.transactions.command(call, draftContract.copy, request, async (tx) => {
      const original = await this.originalOf(tx, request);
      const copied = timesOf(tx, original, request);
      const plan = planOf(original, copied.times, request.title ?? original.title);
      const { eligibility } = original;
      const brand = await this.credit.next(tx, original);
      const draft = await this.activities.draft(tx, plan, { eligibility, brand });
      const row = await this.parts.copy(tx, original, draft);
      await this.tasks.copy(tx, original, row);
      return { activity: activityViewOf(row, tx), ...notesOf(original, copied) };
    });
  }

  @Handles(draftContract.planCopy)
  plan(request: PlanCopyRequest, call: CallContext): Promise<CopyPlanView> {
    return this.transactions.read(call, async (tx) => {
      const original = await this.originalOf(tx, request);
      const copied = timesOf(tx, original, request);
      const { timeZone } = original;
      return { ...textsOf(copied.times), timeZone, ...notesOf(original, copied) };
    });
  }

  /** For those who see the original and may draft an activity of its organiser. */
  private async originalOf(tx: Transaction, { activityId }: PlanCopyRequest): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.repository.findById(tx, activityId);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, row);
    await this.access.organise(tx, { kind: row.organiserKind, id: row.organiserId }, row.unionPath);
    return row;
  }
}

function timesOf(tx: Transaction, original: ActivityRow, request: PlanCopyRequest): CopyOfTimes {
  const startsAt = request.startsAt ? new Date(request.startsAt) : null;
  return copiedTimes(original, { startsAt, keepDay: request.keepDay ?? false }, tx.now);
}

/** The moves of the requested day. */
export function movesOf({
  moved,
  holidaysUnknown,
}: CopyOfTimes): Pick<CopyNotes, 'moved' | 'holidaysUnknown'> {
  return {
    moved: moved.map(({ from, to, ...move }) => ({
      ...move,
      from: from.toISOString(),
      to: to.toISOString(),
    })),
    holidaysUnknown,
  };
}

function notesOf(original: ActivityRow, copied: CopyOfTimes): CopyNotes {
  return {
    ...movesOf(copied),
    invite: original.coHosts.map(({ kind, id, name }) => ({ kind, id, name })),
  };
}
