import { DomainError } from '@gongxiang/domain';
import { isDatabaseAway } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { Unprocessable } from './inbox.js';

/** The database is away: nothing is wrong with the event. */
export class Outage extends Error {}

/**
 * Is the database, rather than the event, at fault? Asked afterwards it may be back already, so that it is asked only
 * where the failure does not say so itself.
 */
export async function isOutage(error: unknown, dataSource: DataSource): Promise<boolean> {
  if (error instanceof DomainError || error instanceof Unprocessable) return false;
  if (isDatabaseAway(error)) return true;
  return dataSource.query('SELECT 1').then(
    () => false,
    () => true,
  );
}
