import { Injectable } from '@nestjs/common';
import type { QuestionView } from '@gongxiang/contracts/sharing/activities/question.contract';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityAwaitsMayChange } from '../activity/activity-awaits.due.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { QuestionRow } from './question.entity.js';
import { QuestionRepository } from './question.repository.js';
import { questionViewOf } from './question.view.js';

/**
 * The one way to change a question: saves it with everything a change entails. Callers hold the lock of the activity.
 */
@Injectable()
export class QuestionChanges {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly writer: NoticeWriter,
    private readonly hints: RoleHints,
  ) {}

  countOpen(tx: Transaction, activityId: string, personId: string): Promise<number> {
    return this.questions.countOpen(tx, activityId, personId);
  }

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, activityId: string, id: string): Promise<QuestionRow> {
    const row = await this.questions.findById(tx, activityId, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  async add(tx: Transaction, row: QuestionRow): Promise<void> {
    await this.questions.insert(tx, row);
    await this.publish(tx, row, null);
  }

  /** @param kind the notice to the asker; null for none */
  async save(tx: Transaction, row: QuestionRow, before: QuestionRow, kind: NoticeKind | null): Promise<void> {
    await this.questions.update(tx, row);
    await this.publish(tx, row, before);
    if (kind === null) return;
    const { personId, activityId, id, hideReason } = row;
    const cause = `question/${id}/${kind}`;
    const values = kind === 'questionHidden' && hideReason !== null ? { reason: hideReason } : {};
    const about = { activityId };
    await this.writer.write(tx, [
      { personIds: [personId], about, kind, why: 'askedQuestion', cause, values },
    ]);
  }

  async view(tx: Transaction, row: QuestionRow, isHost: boolean): Promise<QuestionView> {
    const maskedName = row.anonymous ? null : await this.questions.maskedNameOf(tx, row.personId);
    return questionViewOf({ ...row, maskedName }, { personId: tx.personId, isHost });
  }

  /** The asker may be anonymous, and the question may be about anybody: neither is audited. */
  private async publish(tx: Transaction, row: QuestionRow, before: QuestionRow | null): Promise<void> {
    const { activityId, id, version, state, hostUnionIds: unionIds, personId } = row;
    tx.audit({
      noun: 'question',
      id,
      before: before && { state: before.state },
      after: { activityId, state },
    });
    await activityAwaitsMayChange(tx, activityId);
    const audience = { rule: actions.answerQuestion, unionIds, personIds: [personId] };
    await this.hints.send(tx, { resource: 'question', id, version }, audience);
  }
}
