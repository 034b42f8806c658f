import { Injectable } from '@nestjs/common';
import { extensionRequestsMax } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import type { Transaction } from '@gongxiang/persistence';
import { ExtensionRequestRow } from './extension-request.entity.js';

/** A request changes only under the lock of its loan, so it needs no lock of its own. */
@Injectable()
export class ExtensionRequestRepository {
  async insert(tx: Transaction, row: ExtensionRequestRow): Promise<void> {
    await tx.sql.insert(ExtensionRequestRow, row);
  }

  async update(tx: Transaction, row: ExtensionRequestRow): Promise<void> {
    await tx.sql.update(ExtensionRequestRow, { loanId: row.loanId, id: row.id }, row);
  }

  find(tx: Transaction, loanId: string, id: string): Promise<ExtensionRequestRow | null> {
    return tx.sql.findOneBy(ExtensionRequestRow, { loanId, id });
  }

  /** The pending request. */
  asked(tx: Transaction, loanId: string): Promise<ExtensionRequestRow | null> {
    return tx.sql.findOneBy(ExtensionRequestRow, { loanId, state: 'asked' });
  }

  /** In order of creation: ids rise with time. */
  listOf(tx: Transaction, loanId: string): Promise<ExtensionRequestRow[]> {
    return tx.sql.find(ExtensionRequestRow, {
      where: { loanId },
      order: { id: 'ASC' },
      take: extensionRequestsMax,
    });
  }
}
