import type {
  QuestionView,
  WaitingQuestionView,
} from '@gongxiang/contracts/sharing/activities/question.contract';
import type { NamedQuestion, WaitingQuestion } from './question.repository.js';

export function questionViewOf(
  row: NamedQuestion,
  reader: { readonly personId: string; readonly isHost: boolean },
): QuestionView {
  const { id, version, activityId, text, state, answer } = row;
  const isMine = row.personId === reader.personId;
  return {
    id,
    version,
    activityId,
    text,
    state,
    answer,
    isMine,
    askerName: row.anonymous ? null : row.maskedName,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    hideReason: isMine || reader.isHost ? row.hideReason : null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function waitingViewOf({ createdAt, ...rest }: WaitingQuestion): WaitingQuestionView {
  return { ...rest, createdAt: createdAt.toISOString() };
}
