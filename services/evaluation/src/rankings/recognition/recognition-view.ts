import type { RecognitionView } from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import type { RecognitionRow } from './recognition.entity.js';
import { shownCode } from './recognition.model.js';

export function recognitionView(row: RecognitionRow): RecognitionView {
  const { id, version, rankingId, subjectKind, subjectId, subjectName, issuerUnionId, issuerName } = row;
  const { title, level, year, place, revokeReason } = row;
  return {
    id,
    version,
    rankingId,
    subjectKind,
    subjectId,
    subjectName,
    issuerUnionId,
    issuerName,
    title,
    level,
    year,
    place,
    state: row.revokedAt === null ? 'granted' : 'revoked',
    code: shownCode(row.code),
    grantedAt: row.grantedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokeReason,
  };
}
