import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AnswersLineView,
  type AnswersSummaryRequest,
  type AnswersSummaryView,
  type ListAnswersRequest,
  registrationAnswersContract,
  type RegistrationAnswersRequest,
  type RegistrationAnswersView,
} from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { encodeCursor, noteLook, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { erasedAt } from '../../activities/sign-up-form/erasure.due.js';
import { readableBy } from '../../activities/sign-up-form/sign-up-form.model.js';
import { SignUpFormRepository } from '../../activities/sign-up-form/sign-up-form.repository.js';
import { AnswerTally } from './answer-tally.js';
import { type AnswersRow, AnswersRepository } from './answers.repository.js';
import { type AnswersScope, AnswersScopes } from './answers-scope.js';
import { answersSeen, type Forms, readableOf } from './answers.view.js';
import { RegistrationReader } from './registration-reader.js';
import { SignUpData } from './sign-up-data.js';

/** Registrations counted at a time. */
const countedAtOnce = 200;

/** Reads the answers given at sign-up. */
@Injectable()
export class AnswersReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly scopes: AnswersScopes,
    private readonly answers: AnswersRepository,
    private readonly forms: SignUpFormRepository,
    private readonly registrations: RegistrationReader,
    private readonly data: SignUpData,
  ) {}

  /** For everybody who may see the registration; the person themselves sees all their answers. */
  @Handles(registrationAnswersContract.get)
  get(request: RegistrationAnswersRequest, call: CallContext): Promise<RegistrationAnswersView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      const row = await this.registrations.rowOf(tx, request.registrationId);
      const activity = await this.scopes.activityOf(tx, row.activityId);
      await this.registrations.authorisedPool(tx, activity, row, actions.seeRegistration);
      const readers = row.personId === tx.personId ? 'own' : await this.scopes.readersOf(tx, activity);
      const opened = { ...row, answers: this.data.openAnswers(row, row.sealedAnswers) };
      const seen = answersSeen(opened, await this.formsOf(tx, activity, [row]), readers);
      noteLook(tx, 'answers', [row.personId]);
      return { registrationId: row.id, activityId: activity.id, formVersion: row.formVersion, ...seen };
    });
  }

  @Handles(registrationAnswersContract.list)
  list(request: ListAnswersRequest, call: CallContext): Promise<Page<AnswersLineView>> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.scopes.activityOf(tx, request.activityId);
      const { poolIds, readers } = await this.scopes.of(tx, activity);
      const rows = await this.answers.list(tx, { ...request, poolIds });
      const page = toPage(rows, { limit: request.limit, cursorOf: (row) => [row.poolId, row.rank] });
      const forms = await this.formsOf(tx, activity, page.items);
      const items = page.items.map((row) => ({ ...lineOf(row), ...answersSeen(row, forms, readers) }));
      noteLook(
        tx,
        'answers',
        page.items.map(({ personId }) => personId),
      );
      return { items, nextCursor: page.nextCursor };
    });
  }

  @Handles(registrationAnswersContract.summary)
  summary(request: AnswersSummaryRequest, call: CallContext): Promise<AnswersSummaryView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.scopes.activityOf(tx, request.activityId);
      const scope = await this.scopes.of(tx, activity);
      const form = await this.forms.find(tx, activity.id, activity.formVersion);
      const questions = readableBy(form?.questions ?? [], scope.readers);
      const tally = new AnswerTally(questions);
      const counted = await this.countInto(tx, activity, scope, tally);
      return {
        activityId: activity.id,
        formVersion: activity.formVersion,
        questions,
        items: tally.result(),
        ...counted,
        erasedAt: form && erasedAt(activity, form.keepDays).toISOString(),
      };
    });
  }

  private async countInto(
    tx: Transaction,
    activity: ActivityRow,
    { poolIds, readers }: AnswersScope,
    tally: AnswerTally,
  ): Promise<{ registrations: number; toComplete: number }> {
    let registrations = 0;
    let toComplete = 0;
    let cursor: string | undefined;
    do {
      const page = { activityId: activity.id, poolIds, limit: countedAtOnce, ...(cursor ? { cursor } : {}) };
      const rows = (await this.answers.list(tx, page)).slice(0, countedAtOnce);
      const forms = await this.formsOf(tx, activity, rows);
      for (const row of rows) {
        tally.add(row, new Set(readableOf(row, forms, readers).map(({ id }) => id)));
        if (answersSeen(row, forms, readers).toComplete) toComplete += 1;
      }
      registrations += rows.length;
      const last = rows.at(-1);
      cursor = rows.length < countedAtOnce || !last ? undefined : encodeCursor([last.poolId, last.rank]);
    } while (cursor !== undefined);
    return { registrations, toComplete };
  }

  /** The versions these registrations answered, and the one in force, in one query. */
  private async formsOf(
    tx: Transaction,
    { id, formVersion }: ActivityRow,
    rows: readonly { readonly formVersion: number }[],
  ): Promise<Forms> {
    const byVersion = await this.forms.findAll(tx, id, [formVersion, ...rows.map((row) => row.formVersion)]);
    return { byVersion, present: byVersion.get(formVersion)?.questions ?? [] };
  }
}

function lineOf(row: AnswersRow): Omit<AnswersLineView, 'answers' | 'toComplete' | 'notAsked'> {
  const { id, personId, maskedName, state, poolName, heads, formVersion } = row;
  const name = { personId, maskedName: maskedName ?? '*' };
  return { registrationId: id, ...name, state, poolName, heads, formVersion };
}
