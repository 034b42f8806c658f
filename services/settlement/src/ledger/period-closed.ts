import { DomainError } from '@gongxiang/domain';
import { brokenConstraint } from '@gongxiang/persistence';

/** Midnight may pass between the beginning of an entry and its arrival, and its month be closed by then. */
export async function orPeriodClosed<T>(insert: Promise<T>): Promise<T> {
  try {
    return await insert;
  } catch (error) {
    if (brokenConstraint(error) === 'entry_period_open') throw new DomainError('PERIOD_CLOSED');
    throw error;
  }
}
