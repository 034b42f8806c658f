import { Injectable } from '@nestjs/common';
import type { LoanWaitView } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { DomainError, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { LoanWaitChanges } from './loan-wait-changes.js';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { LoanWaitReader } from './loan-wait-reader.js';
import { LoanWaitRepository } from './loan-wait.repository.js';

const waitsOfUnionMax = 3;
/** The waitlist of one resource: each run goes through all of it. */
const waitsMax = 100;

/** Reads and changes waits under the lock of the resource. */
@Injectable()
export class LoanWaitEditing {
  constructor(
    private readonly waits: LoanWaitRepository,
    private readonly changes: LoanWaitChanges,
    private readonly reader: LoanWaitReader,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, waitId: string): Promise<LoanWaitRow> {
    const row = await this.waits.findById(tx, waitId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** @throws DomainError `WAITS_TOO_MANY`, `WAIT_LINE_FULL` */
  async join(tx: Transaction, row: LoanWaitRow): Promise<void> {
    const { all, ofUnion } = await this.waits.countOpen(tx, row.resourceId, row.borrowerUnionId);
    if (ofUnion >= waitsOfUnionMax) {
      throw new DomainError('WAITS_TOO_MANY', { params: { max: waitsOfUnionMax } });
    }
    if (all >= waitsMax) throw new DomainError('WAIT_LINE_FULL', { params: { max: waitsMax } });
    await this.changes.add(tx, row);
  }

  async change(tx: Transaction, row: LoanWaitRow, changes: Partial<LoanWaitRow>): Promise<LoanWaitView> {
    return this.reader.view(tx, await this.changes.save(tx, row, changes));
  }

  view(tx: Transaction, row: LoanWaitRow): Promise<LoanWaitView> {
    return this.reader.view(tx, row);
  }

  sideOf(tx: Transaction, row: LoanWaitRow): Promise<Subject> {
    return this.reader.sideOf(tx, row);
  }
}
