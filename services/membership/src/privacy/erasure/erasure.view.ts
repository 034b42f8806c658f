import type {
  ErasureReceiptView,
  ErasureRecordView,
  ErasureView,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { PaperErasureView } from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import type { ErasurePartRow, ErasureRow } from './erasure.entity.js';
import { paperActsOf } from './erasure.model.js';
import type { ErasureRecord, PaperErasureRecord } from './erasure.repository.js';

/** For whoever has the receipt. */
export function receiptView(row: ErasureRow, parts: readonly ErasurePartRow[]): ErasureReceiptView {
  const { state, askedAt, effectiveAt, endedAt } = row;
  const progress = mergeServices.map((service) => {
    const part = parts.find((one) => one.erasureId === row.id && one.service === service);
    const { erased = [], kept = [], doneAt = null } = part ?? {};
    return { service, doneAt: doneAt?.toISOString() ?? null, erased, kept };
  });
  return {
    state,
    askedAt: askedAt.toISOString(),
    effectiveAt: effectiveAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    progress: state === 'erasing' || state === 'erased' ? progress : [],
  };
}

/** For the person. @param receipt opened */
export function erasureView(row: ErasureRow, parts: readonly ErasurePartRow[], receipt: string): ErasureView {
  const { id, version, paperKind } = row;
  return { id, version, paperKind, receipt, ...receiptView(row, parts) };
}

/** For the record of the unions. Of a request on paper officers know whose it was, so it does not say what was kept. */
export function recordView(record: ErasureRecord, parts: readonly ErasurePartRow[]): ErasureRecordView {
  const { id, unionName, paperKind } = record;
  const shown = receiptView(record, parts);
  return { id, unionName, ...shown, progress: paperKind === null ? shown.progress : [] };
}

/** For officers of the union. @param words opened, and who reads it */
export function paperErasureView(
  record: PaperErasureRecord,
  words: {
    readonly note: string | null;
    readonly refusal: string | null;
    readonly isInvolved: boolean;
    readonly mayDecide: boolean;
  },
): PaperErasureView {
  const { id, version, state, personId, memberId, unionId, unionName, obstacles } = record;
  return {
    id,
    version,
    state,
    personId,
    memberId,
    personName: record.maskedName,
    unionId,
    unionName,
    paperKind: record.paperKind,
    paperDate: record.paperDate,
    note: words.note,
    filedBy: record.filerName,
    filedById: record.filedBy,
    filedAt: record.askedAt.toISOString(),
    decidedBy: record.deciderName,
    decidedById: record.decidedBy,
    decidedAt: record.decidedAt?.toISOString() ?? null,
    refusal: words.refusal,
    effectiveAt: record.effectiveAt.toISOString(),
    endedAt: record.endedAt?.toISOString() ?? null,
    obstacles,
    acts: paperActsOf(state, words),
  };
}

/** The page that shows without a sign-in what comes of an erasure. @param receipt opened */
export function erasureLink(publicUrl: string | null | undefined, receipt: string): string {
  return `${(publicUrl ?? '').replace(/\/$/, '')}/erasures/${receipt}`;
}
