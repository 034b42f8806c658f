import type { HandoverView } from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { HandoverPictureRow, HandoverRow } from './handover.entity.js';
import { counts } from './handover.model.js';

/** What a handover view shows beside the row. */
interface HandoverShown {
  readonly names: ReadonlyMap<string, string>;
  readonly pictures: readonly HandoverPictureRow[];
  /** The labels of pieces, by the stored id or code. */
  readonly labels: ReadonlyMap<string, string>;
  readonly mayAnswer: boolean;
}

export function handoverView(
  row: HandoverRow,
  { names, pictures, labels, mayAnswer }: HandoverShown,
): HandoverView {
  const { id, version, loanId, direction, quantity, grade, condition, state, dispute } = row;
  return {
    id,
    version,
    loanId,
    direction,
    quantity,
    grade,
    condition,
    state,
    dispute,
    mayAnswer,
    at: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: row.recordedSide,
    recorderId: row.recordedBy,
    recordedByName: names.get(row.recordedBy ?? '') ?? null,
    pieces: row.pieces.map((name) => labels.get(name) ?? name),
    counts: counts(row),
    answerBy: row.answerBy.toISOString(),
    answeredBy: row.answer,
    answererId: row.answeredBy,
    answeredByName: names.get(row.answeredBy ?? '') ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    pictures: pictures
      .filter(({ handoverId }) => handoverId === row.id)
      .map(({ id: pictureId, width, height }) => ({ id: pictureId, width, height })),
  };
}
