import { Injectable } from '@nestjs/common';
import {
  type AnswerQuestionRequest,
  type AskQuestionRequest,
  type HideQuestionRequest,
  questionContract,
  type QuestionIdRequest,
  type QuestionState,
  type QuestionView,
} from '@gongxiang/contracts/sharing/activities/question.contract';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess, proposerOf } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions } from '../activity/activity.model.js';
import { authoriseMatter, mayInMatter } from '../../reference/delegation/delegated.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { QuestionChanges } from './question-changes.js';
import type { QuestionRow } from './question.entity.js';
import { mayRead, requireStep } from './question.model.js';
import { QuestionReader } from './question-reader.js';

const openMax = 5;

interface Found {
  readonly activity: ActivityRow;
  readonly row: QuestionRow;
  readonly paths: readonly string[];
}

/** Questions about an activity, and the answers of its hosts. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly reader: QuestionReader,
    private readonly changes: QuestionChanges,
  ) {}

  /** @throws DomainError `QUESTIONS_TOO_MANY`, `ACTIVITY_NOT_OPEN` */
  @Handles(questionContract.ask)
  ask(request: AskQuestionRequest, call: CallContext): Promise<Outcome<QuestionView>> {
    return this.transactions.command(call, questionContract.ask, request, async (tx) => {
      tx.authorise(actions.askQuestion, {});
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.see(tx, activity);
      if (activity.state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
      if ((await this.changes.countOpen(tx, activity.id, tx.personId)) >= openMax)
        throw new DomainError('QUESTIONS_TOO_MANY', { params: { max: openMax } });
      const row: QuestionRow = {
        activityId: activity.id,
        id: newId(),
        version: 1,
        personId: tx.personId,
        state: 'open',
        anonymous: request.anonymous ?? false,
        text: request.text,
        hostUnionIds: hostUnions(activity).map(({ id }) => id),
        answer: null,
        answeredBy: null,
        answeredAt: null,
        hideReason: null,
        createdAt: tx.now,
      };
      await this.changes.add(tx, row);
      return this.changes.view(tx, row, false);
    });
  }

  @Handles(questionContract.answer)
  answer(request: AnswerQuestionRequest, call: CallContext): Promise<Outcome<QuestionView>> {
    return this.transactions.command(call, questionContract.answer, request, async (tx) => {
      const found = await this.find(tx, request);
      const { activity, paths } = found;
      const visible = await isVisible(tx, found);
      const subject = { paths, ...proposerOf(activity), visible, matters: mattersOf(activity) };
      await authoriseMatter(tx, actions.answerQuestion, subject);
      const { answer } = request;
      const change = { answer, answeredBy: tx.personId, answeredAt: tx.now };
      return this.step(tx, found, { ...change, state: 'answered' }, 'questionAnswered');
    });
  }

  /** From now on only the asker and the hosts see it. */
  @Handles(questionContract.hide)
  hide(request: HideQuestionRequest, call: CallContext): Promise<Outcome<QuestionView>> {
    return this.transactions.command(call, questionContract.hide, request, async (tx) => {
      const found = await this.find(tx, request);
      const subject = { paths: [found.activity.unionPath], visible: await isVisible(tx, found) };
      const matters = mattersOf(found.activity);
      await authoriseMatter(tx, actions.hideQuestion, { ...subject, matters });
      return this.step(tx, found, { hideReason: request.reason, state: 'hidden' }, 'questionHidden');
    });
  }

  @Handles(questionContract.withdraw)
  withdraw(request: QuestionIdRequest, call: CallContext): Promise<Outcome<QuestionView>> {
    return this.transactions.command(call, questionContract.withdraw, request, async (tx) => {
      const found = await this.find(tx, request);
      const { personId } = found.row;
      tx.authorise(actions.withdrawQuestion, { personId, visible: await isVisible(tx, found) });
      return this.step(tx, found, { state: 'withdrawn' }, null);
    });
  }

  private async step(
    tx: Transaction,
    found: Found,
    change: Partial<QuestionRow> & { readonly state: QuestionState },
    kind: NoticeKind | null,
  ): Promise<QuestionView> {
    const { row: before } = found;
    requireVersion(tx, before.version);
    requireStep(before.state, change.state);
    const row = { ...before, ...change, version: before.version + 1 };
    await this.changes.save(tx, row, before, kind);
    return this.changes.view(tx, row, await isHost(tx, found));
  }

  private async find(tx: Transaction, { activityId, questionId }: QuestionIdRequest): Promise<Found> {
    tx.authorise(actions.askQuestion, {});
    const activity = await this.activities.lock(tx, activityId);
    const row = await this.changes.find(tx, activityId, questionId);
    return { activity, row, paths: await this.reader.hostPaths(tx, activity) };
  }
}

function isHost(tx: Transaction, { activity, paths }: Found): Promise<boolean> {
  const subject = { paths, ...proposerOf(activity), matters: mattersOf(activity) };
  return mayInMatter(tx, actions.answerQuestion, subject);
}

async function isVisible(tx: Transaction, found: Found): Promise<boolean> {
  return mayRead(found.row, { personId: tx.personId, isHost: await isHost(tx, found) });
}
