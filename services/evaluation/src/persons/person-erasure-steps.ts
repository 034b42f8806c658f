import { Injectable } from '@nestjs/common';
import { type ErasureSteps, OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { personData } from './person-data.js';
import { erasurePlan } from './person-erasure.js';

const fileKind = 'erased-file';

/** What erasing a person does in this service, beside rows: the papers that they added to appeals. */
@Injectable()
export class PersonErasureSteps implements ErasureSteps {
  readonly plan = erasurePlan;
  readonly data = personData;

  constructor(private readonly drops: FileDrops) {}

  async prepare(tx: Transaction, personId: string): Promise<void> {
    const rows: { key: string }[] = await tx.sql.query(
      'SELECT file_key AS key FROM ranking_appeal WHERE person_id = ANY(person_ids($1)) AND file_key IS NOT NULL',
      [personId],
    );
    for (const { key } of rows) await schedule(tx, { kind: fileKind, key, at: tx.now });
  }

  @OnDue(fileKind)
  drop(tx: Transaction, key: string): Promise<void> {
    return this.drops.drop(tx, { kind: fileKind, key }, key);
  }
}
