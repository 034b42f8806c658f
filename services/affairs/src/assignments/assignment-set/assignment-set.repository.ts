import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { AssignmentSetRow } from './assignment-set.entity.js';

@Injectable()
export class AssignmentSetRepository {
  /** By name. */
  ofUnion(tx: Transaction, unionId: string, limit: number): Promise<AssignmentSetRow[]> {
    return tx.sql.find(AssignmentSetRow, {
      where: { unionId },
      order: { name: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  lock(tx: Transaction, id: string): Promise<AssignmentSetRow | null> {
    return tx.sql.findOne(AssignmentSetRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws DomainError `ASSIGNMENT_SET_NAME_TAKEN` */
  insert(tx: Transaction, row: AssignmentSetRow): Promise<void> {
    return named(async () => void (await tx.sql.insert(AssignmentSetRow, row)));
  }

  /** @throws DomainError `ASSIGNMENT_SET_NAME_TAKEN` */
  update(tx: Transaction, row: AssignmentSetRow): Promise<void> {
    return named(async () => void (await tx.sql.update(AssignmentSetRow, { id: row.id }, row)));
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(AssignmentSetRow, { id });
  }
}

/** Two officers may choose the same name at the same moment: the table decides. */
async function named(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (brokenConstraint(error) !== 'assignment_set_name') throw error;
    throw new DomainError('ASSIGNMENT_SET_NAME_TAKEN', { pointer: '/name' });
  }
}
