import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { KitContentRow } from './resource.entity.js';

@Injectable()
export class KitRepository {
  /** The contents of a kit, in id order. */
  contents(tx: Transaction, kitId: string): Promise<KitContentRow[]> {
    return tx.sql.find(KitContentRow, { where: { kitId }, order: { resourceId: 'ASC' } });
  }

  /** The caller holds the kit's lock. */
  async replace(
    tx: Transaction,
    kitId: string,
    contents: readonly Omit<KitContentRow, 'kitId'>[],
  ): Promise<void> {
    await tx.sql.delete(KitContentRow, { kitId });
    if (contents.length > 0)
      await tx.sql.insert(
        KitContentRow,
        contents.map((one) => ({ ...one, kitId })),
      );
  }
}
