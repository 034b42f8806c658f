import { Injectable } from '@nestjs/common';
import {
  type GiveAnswersRequest,
  registrationAnswersContract,
  type RegistrationAnswersView,
} from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { SignUpFormRepository } from '../../activities/sign-up-form/sign-up-form.repository.js';
import type { StoredAnswers } from '@gongxiang/domain/forms';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import { answersSeen } from './answers.view.js';
import { type AskedForm, requireValidAnswers } from './asked-form.js';
import { openingOf, requireNotStarted, requireOpen } from './eligibility.model.js';
import type { RegistrationRow } from './registration.entity.js';
import { requireActive } from './registration.model.js';
import { RegistrationReader } from './registration-reader.js';
import { RegistrationRepository } from './registration.repository.js';
import { SignUpData } from './sign-up-data.js';

/** Answering the form, or changing the answers, after registration. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly forms: SignUpFormRepository,
    private readonly reader: RegistrationReader,
    private readonly registrations: RegistrationRepository,
    private readonly data: SignUpData,
  ) {}

  /**
   * The person may until sign-up closes; the officer who registered them until the start, unless the person has
   * answered.
   */
  @Handles(registrationAnswersContract.give)
  submit(request: GiveAnswersRequest, call: CallContext): Promise<Outcome<RegistrationAnswersView>> {
    return this.transactions.command(call, registrationAnswersContract.give, request, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      const { activityId } = await this.reader.rowOf(tx, request.registrationId);
      const activity = await this.activities.lock(tx, activityId);
      // Read again under the lock: it may have been cancelled or lost a companion since.
      const before = await this.reader.rowOf(tx, request.registrationId);
      const pool = await this.reader.authorisedPool(tx, activity, before, actions.submitAnswers);
      requireActive(before);
      requireTurn(tx, before, activity, pool);
      const form = await this.formOf(tx, activity);
      const { answers, formVersion = null } = request;
      const stored = requireValidAnswers(form, { answers, formVersion, heads: before.heads });
      const sealedAnswers = this.data.sealAnswers(before, stored);
      const row = { ...before, sealedAnswers, formVersion: form.version };
      await this.registrations.update(tx, row);
      // The audit records only that the form was answered, and which version, never the answers.
      tx.audit({
        noun: 'registrationAnswers',
        id: row.id,
        before: { formVersion: before.formVersion },
        after: { formVersion: row.formVersion },
      });
      return viewOf({ ...row, answers: stored }, form);
    });
  }

  private async formOf(tx: Transaction, { id, formVersion: version }: ActivityRow): Promise<AskedForm> {
    return { version, questions: (await this.forms.find(tx, id, version))?.questions ?? [] };
  }
}

/** @throws DomainError `SIGN_UP_CLOSED`, `ACTIVITY_STARTED`, `ANSWERS_GIVEN`, `NOT_PERMITTED` */
function requireTurn(tx: Transaction, row: RegistrationRow, activity: ActivityRow, pool: PlacedPool): void {
  if (row.personId === tx.personId) {
    requireOpen(openingOf(activity, pool), tx.now);
    return;
  }
  requireNotStarted(activity, tx.now);
  if (row.registeredBy !== tx.personId) throw new DomainError('NOT_PERMITTED');
  if (row.sealedAnswers !== null) throw new DomainError('ANSWERS_GIVEN');
}

/** The person who submitted the answers sees all of them. */
function viewOf(
  row: RegistrationRow & { readonly answers: StoredAnswers | null },
  form: AskedForm,
): RegistrationAnswersView {
  const forms = { byVersion: new Map([[form.version, form]]), present: form.questions };
  const seen = answersSeen(row, forms, 'own');
  return { registrationId: row.id, activityId: row.activityId, formVersion: row.formVersion, ...seen };
}
