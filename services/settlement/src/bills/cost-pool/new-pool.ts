import { newId, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { AgreementRef } from '../../agreements/agreement/agreement.entity.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { rotationOf } from './cost-pool.model.js';

type CopiedAgreement = Pick<AgreementRef, 'id' | 'activityId' | 'versionNumber' | 'terms'>;
type Place = Pick<CostPoolRow, 'unionId' | 'partiesHash' | 'sequence' | 'supplementOf'>;

/** Builds an open pool under a version of an agreement. */
export function newPool(tx: Transaction, agreement: CopiedAgreement, place: Place): CostPoolRow {
  return {
    id: newId(),
    version: 1,
    activityId: agreement.activityId,
    agreementId: agreement.id,
    agreementVersion: agreement.versionNumber,
    terms: agreement.terms,
    ...place,
    rotation: rotationOf(readTerms(agreement.terms).parties.map(partyKey), place.sequence),
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
