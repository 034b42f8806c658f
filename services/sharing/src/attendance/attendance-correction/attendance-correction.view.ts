import type { AttendanceCorrectionView } from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { isSecondPerson } from './attendance-correction.model.js';
import type { FoundCorrection } from './attendance-correction.repository.js';

/** @param reader the reader, and whether they may decide on corrections of this activity at all */
export function correctionViewOf(
  row: FoundCorrection,
  reader: { readonly personId: string; readonly decides: boolean },
): AttendanceCorrectionView {
  const { id, version, activityId, personId, state, headsBefore, heads, unionIdBefore, unionId } = row;
  const isOpen = state === 'proposed';
  return {
    id,
    version,
    activityId,
    personId,
    state,
    headsBefore,
    heads,
    unionIdBefore,
    unionId,
    maskedName: row.maskedName ?? '*',
    unionName: row.unionName,
    reason: row.reason,
    proposedBy: row.proposedBy,
    proposedByName: row.proposedByName ?? '*',
    mayDecide: isOpen && reader.decides && isSecondPerson(row, reader.personId),
    mayWithdraw: isOpen && row.proposedBy === reader.personId,
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy,
    decidedByName: row.decidedBy === null ? null : (row.decidedByName ?? '*'),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    refusal: row.refusal,
  };
}
