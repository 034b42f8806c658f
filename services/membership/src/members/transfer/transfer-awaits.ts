import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt, type Whom } from '../../unions/awaits/whom.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { awaitsOfTransfer, decidedAt, type TransferWhom } from './transfer.model.js';
import { type TransferRecord, TransferRepository } from './transfer.repository.js';

/** Says whom a transfer waits for: each side that has not agreed, or who decides above both unions. */
@Injectable()
export class TransferAwaits {
  constructor(
    private readonly transfers: TransferRepository,
    private readonly unions: UnionRepository,
  ) {}

  @OnDue(awaitsDue.transfer)
  async sync(tx: Transaction, id: string): Promise<void> {
    const transfer = await this.transfers.findById(tx, id);
    const awaits =
      transfer === null ? [] : awaitsOfTransfer(transfer, await this.whomOf(tx, transfer), tx.now);
    await syncAwaits(tx, 'membership', 'transfer', [{ id, awaits }]);
  }

  /** Nobody decides on their own membership for a union, and nobody above on their own objection. */
  private async whomOf(tx: Transaction, transfer: TransferRecord): Promise<TransferWhom> {
    const { personId, toUnionId, fromUnionId, objectedBy } = transfer;
    const at = (unionId: string | null, ...exceptIds: readonly (string | null)[]): Whom =>
      unionId === null ? {} : officeAt(unionId, actions.decideTransfer, { exceptIds });
    return {
      person: personId === null ? {} : { personIds: [personId] },
      newUnion: at(toUnionId, personId),
      oldUnion: at(fromUnionId, personId),
      above: at(await this.decidingUnion(tx, transfer), personId, objectedBy),
    };
  }

  private async decidingUnion(
    tx: Transaction,
    { state, fromPath, toPath }: TransferRecord,
  ): Promise<string | null> {
    if (state !== 'disputed' || fromPath === null) return null;
    return (await this.unions.findByPath(tx, decidedAt(fromPath, toPath)))?.id ?? null;
  }
}
