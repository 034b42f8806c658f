import { DomainError } from '@gongxiang/domain';
import { isDatabaseAway } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { Unprocessable } from './inbox.js';

/** The database is unavailable; the event itself is fine. */
export class Outage extends Error {}

/**
 * Whether the database, rather than the event, is at fault. The database is queried only if the failure itself does
 * not tell: by then it may be back.
 */
export async function isOutage(error: unknown, dataSource: DataSource): Promise<boolean> {
  if (error instanceof DomainError || error instanceof Unprocessable) return false;
  if (isDatabaseAway(error)) return true;
  return dataSource.query('SELECT 1').then(
    () => false,
    () => true,
  );
}
