import { Injectable } from '@nestjs/common';
import type { ErasureSteps } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { Triage } from '../matters/triage/triage.service.js';
import { personData } from './person-data.js';
import { erasurePlan } from './person-erasure.js';

/** What erasing a person does in this service. Counts of words forget them while their matters can still be opened. */
@Injectable()
export class PersonErasureSteps implements ErasureSteps {
  readonly plan = erasurePlan;
  readonly data = personData;
  readonly prepare = (tx: Transaction, personId: string): Promise<void> =>
    this.triage.forgetPerson(tx, personId);

  constructor(private readonly triage: Triage) {}
}
