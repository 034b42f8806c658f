import { Injectable } from '@nestjs/common';
import {
  formVersionsMax,
  type SaveSignUpFormRequest,
  signUpFormContract,
  type SignUpFormRequest,
  type SignUpFormVersionsRequest,
  type SignUpFormVersionsView,
  type SignUpFormView,
} from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { requireEditable } from '../activity/activity.model.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { scheduleErasure } from './erasure.due.js';
import type { SignUpFormRow } from './sign-up-form.entity.js';
import { checkQuestions } from '@gongxiang/domain/forms';
import { SignUpFormRepository } from './sign-up-form.repository.js';

export const keepDaysDefault = 180;

/** The sign-up form. Each change is a version: a registration retains the one it answered. */
@Injectable()
export class SignUpFormService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly forms: SignUpFormRepository,
  ) {}

  @Handles(signUpFormContract.get)
  get(request: SignUpFormRequest, call: CallContext): Promise<SignUpFormView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.visible(tx, request.activityId);
      const version = request.version ?? activity.formVersion;
      const row = version === 0 ? null : await this.forms.find(tx, activity.id, version);
      if (row === null && request.version !== undefined) throw new DomainError('NOT_FOUND');
      return viewOf(activity.id, row);
    });
  }

  @Handles(signUpFormContract.versions)
  versions(request: SignUpFormVersionsRequest, call: CallContext): Promise<SignUpFormVersionsView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.visible(tx, request.activityId);
      await this.access.manage(tx, activity, actions.editDraft);
      const lines = await this.forms.versions(tx, activity.id);
      return {
        items: lines.map(({ createdAt, ...line }) => ({ ...line, changedAt: createdAt.toISOString() })),
      };
    });
  }

  /** @throws DomainError `SIGN_UP_FORM_INVALID` naming each invalid part of a question */
  @Handles(signUpFormContract.save)
  save(request: SaveSignUpFormRequest, call: CallContext): Promise<Outcome<SignUpFormView>> {
    return this.transactions.command(call, signUpFormContract.save, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.changes.lock(tx, request.activityId);
      await this.access.manage(
        tx,
        activity,
        activity.state === 'draft' ? actions.editDraft : actions.manageActivity,
      );
      requireVersion(tx, activity.formVersion);
      requireEditable(activity.state);
      const before = await this.forms.find(tx, activity.id, activity.formVersion);
      // Nobody has answered the form of a draft, so its questions may change freely.
      const published = activity.publishedAt === null ? [] : (before?.questions ?? []);
      const errors = checkQuestions(request.questions, published);
      if (errors.length > 0) throw new DomainError('SIGN_UP_FORM_INVALID', { errors });
      const row = await this.add(tx, activity, {
        questions: request.questions,
        keepDays: request.keepDays ?? before?.keepDays ?? keepDaysDefault,
      });
      return viewOf(activity.id, row);
    });
  }

  /**
   * Copies the form of one activity to another that was just drafted from it; nothing if it has none.
   * @returns the other activity after that
   */
  async copy(tx: Transaction, from: ActivityRow, to: ActivityRow): Promise<ActivityRow> {
    if (from.formVersion === 0) return to;
    const original = await this.forms.find(tx, from.id, from.formVersion);
    if (original === null) return to;
    const { questions, keepDays } = original;
    return this.set(tx, to, { questions, keepDays });
  }

  /** @param activity a draft that has none yet @returns the activity with the form */
  async set(
    tx: Transaction,
    activity: ActivityRow,
    plan: Pick<SignUpFormRow, 'questions' | 'keepDays'>,
  ): Promise<ActivityRow> {
    const { version } = await this.add(tx, activity, plan);
    return { ...activity, version: activity.version + 1, formVersion: version };
  }

  private async add(
    tx: Transaction,
    activity: ActivityRow,
    plan: Pick<SignUpFormRow, 'questions' | 'keepDays'>,
  ): Promise<SignUpFormRow> {
    const version = activity.formVersion + 1;
    const row = { activityId: activity.id, version, ...plan, createdBy: tx.personId, createdAt: tx.now };
    if (activity.publishedAt === null) await this.forms.forgetBefore(tx, activity.id, version);
    else if ((await this.forms.count(tx, activity.id)) >= formVersionsMax)
      throw new DomainError('SIGN_UP_FORM_VERSIONS_MAX', { params: { max: formVersionsMax } });
    await this.forms.insert(tx, row);
    await this.changes.save(tx, activity, { formVersion: version });
    await scheduleErasure(tx, activity, plan.keepDays);
    tx.audit({ noun: 'signUpForm', id: activity.id, after: { version, ...plan } });
    return row;
  }

  private async visible(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, activity);
    return activity;
  }
}

function viewOf(activityId: string, row: SignUpFormRow | null): SignUpFormView {
  return {
    activityId,
    version: row?.version ?? 0,
    questions: row?.questions ?? [],
    keepDays: row?.keepDays ?? keepDaysDefault,
    changedAt: row?.createdAt.toISOString() ?? null,
  };
}
