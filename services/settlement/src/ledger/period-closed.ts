import { DomainError } from '@gongxiang/domain';
import { brokenConstraint } from '@gongxiang/persistence';

/**
 * Maps the database error for a closed month: the month may be closed between the start of an entry at midnight and
 * its insert.
 */
export async function orPeriodClosed<T>(insert: Promise<T>): Promise<T> {
  try {
    return await insert;
  } catch (error) {
    if (brokenConstraint(error) === 'entry_period_open') throw new DomainError('PERIOD_CLOSED');
    throw error;
  }
}
