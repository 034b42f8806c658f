import {
  breachHandoversMax,
  type BreachHandoverView,
  type DataBreachView,
  type OwnDataBreachView,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import type { BreachHandoverRow, DataBreachRow } from './data-breach.entity.js';
import { actsOf } from './data-breach.model.js';
import type { DataBreachRecord, OwnBreachRecord } from './data-breach.repository.js';

/** For those who answer for breaches. @param affected counted now while nobody has confirmed it */
export function breachView(
  record: DataBreachRecord,
  { affected, handovers }: { readonly affected: number; readonly handovers: readonly BreachHandoverRow[] },
  personId: string,
): DataBreachView {
  const { id, version, state, unionName, correctedById, notified, refusal } = record;
  const { audience, unionId, isTold, notToldReason, correctsId, changes } = record;
  return {
    id,
    version,
    state,
    ...factsOf(record),
    audience,
    unionId,
    unionName,
    isTold,
    notToldReason,
    correctsId,
    changes,
    correctedById,
    affected,
    notified,
    recordedAt: record.recordedAt.toISOString(),
    decidedAt: record.decidedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
    refusal,
    handovers: handovers.map(handoverView),
    acts: actsOf(record, record.recordedBy === personId, handovers.length < breachHandoversMax),
  };
}

function handoverView(row: BreachHandoverRow): BreachHandoverView {
  const { number, handedOverAt, authority, handedOverBy, reference, changes, recordedAt } = row;
  return {
    number,
    handedOverAt: handedOverAt.toISOString(),
    authority,
    handedOverBy,
    reference,
    changes,
    recordedAt: recordedAt.toISOString(),
  };
}

/** For the person whose data it was. */
export function ownBreachView(record: OwnBreachRecord): OwnDataBreachView {
  const { id, notifiedAt, changes, correctsId, hasCorrected, correctedById } = record;
  return {
    id,
    ...factsOf(record),
    notifiedAt: notifiedAt.toISOString(),
    changes,
    correctsId: hasCorrected ? correctsId : null,
    correctedById,
  };
}

function factsOf(row: DataBreachRow) {
  const { noticedAt, happenedAt, kinds, cause, harm, measures, advice, contactName, contactPhone } = row;
  return {
    noticedAt: noticedAt.toISOString(),
    happenedAt: happenedAt?.toISOString() ?? null,
    kinds,
    cause,
    harm,
    measures,
    advice,
    contactName,
    contactPhone,
  };
}
