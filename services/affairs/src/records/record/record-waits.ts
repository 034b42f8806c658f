import { Injectable } from '@nestjs/common';
import { syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { RecordRepository } from './record.repository.js';

/** Ends what waits about the records of a person. */
@Injectable()
export class RecordWaits {
  constructor(private readonly records: RecordRepository) {}

  /** Before somebody is erased: nobody is to verify what is not there any more. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    const ids = await this.records.lockEntered(tx, personId);
    await syncAwaits(
      tx,
      'affairs',
      'person-record',
      ids.map((id) => ({ id, awaits: [] })),
    );
  }
}
