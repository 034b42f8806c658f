import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListQuestionsRequest,
  type ListWaitingQuestionsRequest,
  questionContract,
  type QuestionView,
  type WaitingQuestionView,
} from '@gongxiang/contracts/sharing/activities/question.contract';
import { type CallContext, DomainError, mayDo, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess, proposerOf } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions } from '../activity/activity.model.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { mayInMatter } from '../../reference/delegation/delegated.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { QuestionRepository } from './question.repository.js';
import { questionViewOf, waitingViewOf } from './question.view.js';

/** Reads questions: everybody sees answered ones, the hosts those that wait for them. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly questions: QuestionRepository,
  ) {}

  @Handles(questionContract.list)
  list(request: ListQuestionsRequest, call: CallContext): Promise<Page<QuestionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, activity);
      const reader = { personId: tx.personId, isHost: await this.isHost(tx, activity) };
      const rows = await this.questions.list(tx, request, reader);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((row) => questionViewOf(row, reader)) };
    });
  }

  @Handles(questionContract.waiting)
  waiting(request: ListWaitingQuestionsRequest, call: CallContext): Promise<Page<WaitingQuestionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const paths = reachOf(tx.call.actor, actions.answerQuestion);
      const rows = await this.questions.waiting(tx, { paths, personId: tx.personId }, request);
      return toPage(rows.map(waitingViewOf), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
    });
  }

  /** The paths of the unions behind the hosts. */
  hostPaths(tx: Transaction, activity: ActivityRow): Promise<string[]> {
    const ids = hostUnions(activity).map(({ id }) => id);
    return this.references.pathsOf(tx, ids);
  }

  private async isHost(tx: Transaction, activity: ActivityRow): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null) return false;
    const matters = mattersOf(activity);
    if (await mayInMatter(tx, actions.answerQuestion, { ...proposerOf(activity), matters })) return true;
    if (actor.roles.length === 0) return false;
    return mayDo(actor, actions.answerQuestion, { paths: await this.hostPaths(tx, activity) });
  }
}
