import { Injectable } from '@nestjs/common';
import type {
  IntakeAnswerView,
  IntakeSummaryView,
  IntakeView,
} from '@gongxiang/contracts/membership/joining/intake.contract';
import { maskName, mayDo } from '@gongxiang/domain';
import { canonicalJson, noteLook, type Transaction } from '@gongxiang/persistence';
import { actions } from '../../persons/actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { isOverdue } from './intake.model.js';
import type { IntakeFollowUpRow } from './intake.entity.js';
import type { AnswerRecord, IntakeRecord } from './intake.repository.js';

/** Seals and opens texts, and decides who sees the sender's name. */
@Injectable()
export class IntakePresenter {
  constructor(private readonly personalData: PersonalData) {}

  seal(personId: string, text: string): string {
    return this.personalData.seal(personId, 'intake', text);
  }

  summaryOf(tx: Transaction, record: IntakeRecord, latest: AnswerRecord | undefined): IntakeSummaryView {
    const { id, version, kind, state, page, personId, unionId, unionName, closeReason } = record;
    const { subjectNoun: noun, subjectId } = record;
    return {
      id,
      version,
      kind,
      state,
      text: this.open(personId, record.text),
      page,
      subject: noun === null || subjectId === null ? null : { noun, id: subjectId },
      personId,
      personName: this.nameOf(tx, record),
      personUnionName: record.homeName,
      unionId,
      unionName,
      answer: latest === undefined ? null : this.answerOf(personId, latest),
      dueAt: record.dueAt.toISOString(),
      overdue: isOverdue(record, tx.now),
      createdAt: record.createdAt.toISOString(),
      closesAt: record.closesAt?.toISOString() ?? null,
      ending: record.ending,
      closedAt: record.closedAt?.toISOString() ?? null,
      closeReason: closeReason && this.open(personId, closeReason),
    };
  }

  viewOf(
    tx: Transaction,
    record: IntakeRecord,
    answers: readonly AnswerRecord[],
    followUps: readonly IntakeFollowUpRow[],
  ): IntakeView {
    return {
      ...this.summaryOf(tx, record, answers.at(-1)),
      answers: answers.map((answer) => this.answerOf(record.personId, answer)),
      followUps: followUps.map(({ text, askedAt }) => ({
        text: this.open(record.personId, text),
        askedAt: askedAt.toISOString(),
      })),
    };
  }

  /** The answer stored for replays: by then the caller may no longer see the name. */
  withoutName(view: IntakeView): IntakeView {
    return { ...view, personName: maskName(view.personName) };
  }

  /** The stored request hash must not allow trying out texts. */
  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }

  private open(personId: string, sealed: string): string {
    return this.personalData.open(personId, 'intake', sealed);
  }

  private nameOf(tx: Transaction, { personId, homePath, name, maskedName }: IntakeRecord): string {
    const { actor } = tx.call;
    const seesName = actor !== null && mayDo(actor, actions.seeMember, { paths: [homePath], personId });
    // What they wrote is shown as well, also to whoever is not told the name.
    noteLook(tx, 'intake', [personId]);
    return seesName ? this.personalData.open(personId, 'name', name) : maskedName;
  }

  private answerOf(personId: string, row: AnswerRecord): IntakeAnswerView {
    const { unionId, unionName, answeredBy } = row;
    const answeredAt = row.answeredAt.toISOString();
    return { text: this.open(personId, row.text), unionId, unionName, answeredBy, answeredAt };
  }
}
