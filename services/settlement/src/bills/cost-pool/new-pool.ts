import { newId, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { rotationOf } from './cost-pool.model.js';

/** What a pool is of: an activity and a version of its agreement, or a bill with a title and a day. */
type Origin = Pick<
  CostPoolRow,
  'kind' | 'activityId' | 'agreementId' | 'agreementVersion' | 'title' | 'spentOn' | 'terms'
>;
type Place = Pick<CostPoolRow, 'unionId' | 'partiesHash' | 'sequence' | 'supplementOf'>;

/** Builds an open pool. */
export function newPool(tx: Transaction, origin: Origin, place: Place): CostPoolRow {
  const { kind, activityId, agreementId, agreementVersion, title, spentOn, terms } = origin;
  return {
    id: newId(),
    version: 1,
    kind,
    activityId,
    agreementId,
    agreementVersion,
    title,
    spentOn,
    terms,
    ...place,
    rotation: rotationOf(readTerms(terms).parties.map(partyKey), place.sequence),
    state: 'open',
    usage: null,
    usageReason: null,
    factsHash: null,
    earlier: null,
    totalFen: null,
    subsidyFen: null,
    subsidyReturnedFen: 0n,
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    entryId: null,
    returnReason: null,
    createdAt: tx.now,
  };
}

/** The agreement of an activity as the origin of a pool. */
export function ofAgreement(agreement: {
  readonly id: string;
  readonly activityId: string;
  readonly versionNumber: number;
  readonly terms: Record<string, unknown>;
}): Origin {
  const { id: agreementId, activityId, versionNumber: agreementVersion, terms } = agreement;
  return { kind: 'activity', activityId, agreementId, agreementVersion, terms, title: null, spentOn: null };
}
