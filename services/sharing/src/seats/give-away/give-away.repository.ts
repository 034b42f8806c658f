import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PartyRef } from '../../reference/reference.entity.js';
import { GiveAwayRow } from './give-away.entity.js';

@Injectable()
export class GiveAwayRepository {
  find(tx: Transaction, activityId: string): Promise<GiveAwayRow | null> {
    return tx.sql.findOneBy(GiveAwayRow, { activityId });
  }

  async save(tx: Transaction, row: GiveAwayRow): Promise<void> {
    await tx.sql.upsert(GiveAwayRow, row, ['activityId']);
  }

  async remove(tx: Transaction, activityId: string): Promise<void> {
    await tx.sql.delete(GiveAwayRow, { activityId });
  }

  /** An organisation that takes part in the network; null if there is none. */
  merchant(tx: Transaction, id: string): Promise<PartyRef | null> {
    return tx.sql.findOneBy(PartyRef, { kind: 'organisation', id, active: true });
  }
}
