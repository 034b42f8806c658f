import { Injectable } from '@nestjs/common';
import { syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { VisitRow } from './visit.entity.js';
import { awaitsOfVisit } from './visit.model.js';
import { VisitRepository } from './visit.repository.js';

/** Says what was promised on visits and is still to be seen to. */
@Injectable()
export class VisitWaits {
  constructor(private readonly visits: VisitRepository) {}

  /** It has to be locked, or new. */
  sync(tx: Transaction, visit: VisitRow): Promise<void> {
    return syncAwaits(tx, 'affairs', 'visit', [{ id: visit.id, awaits: awaitsOfVisit(visit) }]);
  }

  /** Before somebody is erased: nobody is to see to what is not there any more. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    const ids = await this.visits.lockPromised(tx, personId);
    await syncAwaits(
      tx,
      'affairs',
      'visit',
      ids.map((id) => ({ id, awaits: [] })),
    );
  }
}
