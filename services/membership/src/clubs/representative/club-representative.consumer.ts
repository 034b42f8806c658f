import { Injectable } from '@nestjs/common';
import { type DelegationStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ClubRepresentativeRow } from './club-representative.entity.js';

/** Hears who acts in the name of a club. */
@Consumer('club-representative-consumer')
@Injectable()
export class ClubRepresentativeConsumer {
  @ConsumesTogether(sharingEvents.delegationChanged, (delegation) => delegation.id)
  async delegationChanged(tx: Transaction, delegation: DelegationStateData): Promise<void> {
    const { id, version, matterKind, matterId: clubId, personId } = delegation;
    if (matterKind !== 'club') return;
    const instantOf = (at: string | null): Date | null => (at === null ? null : new Date(at));
    const [validTo, revokedAt] = [instantOf(delegation.validTo), instantOf(delegation.revokedAt)];
    tx.send(storeCopy(tx, ClubRepresentativeRow, { id, version, clubId, personId, validTo, revokedAt }));
  }
}
