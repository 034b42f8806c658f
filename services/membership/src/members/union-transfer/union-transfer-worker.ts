import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { OnDue, Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { TransferMover } from '../transfer/transfer-mover.js';
import type { UnionTransferRow } from './union-transfer.entity.js';
import { advanced, batchMembers } from './union-transfer.model.js';
import { UnionTransferRepository } from './union-transfer.repository.js';

const workKind = 'union-transfer';

/** Who stays where they are; the mover refuses them before it has written anything. */
const staying: ReadonlySet<string> = new Set(['ROLE_NEEDS_SUCCESSOR', 'TRANSFER_MEMBERSHIP_GONE']);

/**
 * Moves the members of a union, some per transaction. Batch, progress and the next due row are one transaction: if the
 * process dies, the due row is still there, and the work goes on after the last committed batch.
 */
@Injectable()
export class UnionTransferWorker {
  constructor(
    private readonly unionTransfers: UnionTransferRepository,
    private readonly unions: UnionRepository,
    private readonly mover: TransferMover,
    private readonly push: Push,
  ) {}

  begin(tx: Transaction, id: string): Promise<void> {
    return schedule(tx, { kind: workKind, key: id, at: tx.now });
  }

  @OnDue(workKind)
  async run(tx: Transaction, id: string): Promise<void> {
    const before = await this.unionTransfers.lockById(tx, id);
    if (before === null || before.state !== 'running') return;
    const { fromUnionId, toUnionId, position } = before;
    const to = await this.unions.findById(tx, toUnionId);
    // Closed meanwhile: whoever has not moved stays, and is counted.
    const batch = await this.unionTransfers.membersAfter(tx, fromUnionId, position, batchMembers);
    let moved = 0;
    // In the order of the people, as other work that locks several of them.
    for (const { personId } of [...batch].sort((one, other) => (one.personId < other.personId ? -1 : 1)))
      if (to?.active === true && (await this.move(tx, before, personId))) moved += 1;
    const { isLast, ...progress } = advanced(before, batch, moved);
    const row: UnionTransferRow = {
      ...before,
      ...progress,
      version: before.version + 1,
      ...(isLast && { state: 'done' as const, finishedAt: tx.now }),
    };
    await this.unionTransfers.update(tx, row);
    if (!isLast) await this.begin(tx, id);
    this.notify(tx, row);
  }

  notify(tx: Transaction, { id, version, proposedBy, decidedBy }: UnionTransferRow): void {
    const people = decidedBy === null ? [proposedBy] : [proposedBy, decidedBy];
    this.push.hint(tx, people, { resource: 'unionTransfer', id, version });
  }

  /** @returns false if the person stays */
  private async move(tx: Transaction, row: UnionTransferRow, personId: string): Promise<boolean> {
    const { fromUnionId, toUnionId, decidedBy } = row;
    if (decidedBy === null) throw new Error('a transfer that runs was decided by somebody');
    try {
      await this.mover.move(tx, {
        personId,
        fromUnionId,
        toUnionId,
        admittedBy: decidedBy,
        sameEmployment: true,
      });
      return true;
    } catch (error) {
      if (error instanceof DomainError && staying.has(error.code)) return false;
      throw error;
    }
  }
}
