import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

export interface AwaitedFiling {
  readonly kind: 'pendingChange' | 'unionClosing' | 'unionTransfer' | 'memberMerge' | 'committeeElection';
  readonly id: string;
}

@Injectable()
export class OpenFilingRepository {
  /** All that waits for somebody above one union or several. Also of other districts: they all wait by the tree. */
  list(tx: Transaction): Promise<AwaitedFiling[]> {
    return tx.sql.query(
      `SELECT 'pendingChange' AS kind, id FROM pending_change WHERE state = 'waiting'
       UNION ALL SELECT 'unionClosing', id FROM union_closing WHERE state = 'waiting'
       UNION ALL SELECT 'unionTransfer', id FROM union_transfer WHERE state = 'waiting'
       UNION ALL SELECT 'committeeElection', id FROM committee_election
         WHERE state = 'waiting' OR (state = 'approved' AND committee_id IS NULL AND succeeded_at IS NULL)
       UNION ALL SELECT 'memberMerge', id FROM member_merge WHERE state = 'proposed'`,
    );
  }
}
