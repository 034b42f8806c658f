import type {
  ErasureReceiptView,
  ErasureRecordView,
  ErasureView,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import type { ErasurePartRow, ErasureRow } from './erasure.entity.js';
import type { ErasureRecord } from './erasure.repository.js';

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
  return { id: row.id, version: row.version, receipt, ...receiptView(row, parts) };
}

/** For the record of the unions. */
export function recordView(record: ErasureRecord, parts: readonly ErasurePartRow[]): ErasureRecordView {
  return { id: record.id, unionName: record.unionName, ...receiptView(record, parts) };
}
