import { Injectable } from '@nestjs/common';
import type { SeriesRefusalView } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { DomainError, isLastingRefusal } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { SeriesRow } from './series.entity.js';
import { SeriesHints } from './series-hints.js';
import { SeriesRepository } from './series.repository.js';
import { actedOf } from './series.view.js';

interface From {
  readonly seriesId: string;
  /** All occurrences if absent. */
  readonly fromActivityId?: string | null;
}

/** Loads the occurrences of a series from one of them on, locked for a command. */
@Injectable()
export class SeriesOccurrences {
  constructor(
    private readonly series: SeriesRepository,
    private readonly access: ActivityAccess,
    private readonly hints: SeriesHints,
  ) {}

  /** @throws DomainError `NOT_FOUND`, also for callers who see none of it; `NOT_IN_SERIES` */
  async lock(
    tx: Transaction,
    { seriesId, fromActivityId = null }: From,
  ): Promise<{ readonly series: SeriesRow; readonly rows: readonly ActivityRow[] }> {
    tx.authorise(actions.seeActivity, {});
    const series = await this.series.lockById(tx, seriesId);
    if (series === null) throw new DomainError('NOT_FOUND');
    const rows = await this.series.lockOccurrences(tx, seriesId);
    if (!(await this.isVisible(tx, rows))) throw new DomainError('NOT_FOUND');
    if (fromActivityId === null) return { series, rows };
    const from = rows.findIndex(({ id }) => id === fromActivityId);
    if (from < 0) throw new DomainError('NOT_IN_SERIES', { pointer: '/fromActivityId' });
    return { series, rows: rows.slice(from) };
  }

  /** The same without a lock. @throws DomainError `NOT_FOUND` */
  async look(
    tx: Transaction,
    seriesId: string,
  ): Promise<{ readonly series: SeriesRow; readonly rows: readonly ActivityRow[] }> {
    tx.authorise(actions.seeActivity, {});
    const series = await this.series.findById(tx, seriesId);
    const rows = series === null ? [] : await this.series.allOccurrences(tx, seriesId);
    if (series === null || !(await this.isVisible(tx, rows))) throw new DomainError('NOT_FOUND');
    return { series, rows };
  }

  /** Checks one of each kind: they have one organiser. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async authoriseEach(tx: Transaction, rows: readonly ActivityRow[]): Promise<void> {
    const isDraft = (row: ActivityRow): boolean => row.state === 'draft';
    const draft = rows.find(isDraft);
    const other = rows.find((row) => !isDraft(row));
    if (draft !== undefined) await this.access.manage(tx, draft, actions.editDraft);
    if (other !== undefined) await this.access.manage(tx, other, actions.manageActivity);
  }

  /** Only the organiser publishes, also drafts. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async authoriseManaging(tx: Transaction, rows: readonly ActivityRow[]): Promise<void> {
    for (const row of rows.slice(0, 1)) await this.access.manage(tx, row, actions.manageActivity);
  }

  /** Increments the version, whatever happened to the occurrences: the next editor must have seen this. */
  async saveSeries(tx: Transaction, before: SeriesRow, changes: Partial<SeriesRow>): Promise<SeriesRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.series.update(tx, row);
    tx.audit({
      noun: 'activity-series',
      id: row.id,
      before: retainedFields(before),
      after: retainedFields(row),
    });
    await this.hints.send(tx, row);
    return row;
  }

  private async isVisible(tx: Transaction, rows: readonly ActivityRow[]): Promise<boolean> {
    if (rows.some(({ publishedAt }) => publishedAt !== null)) return true;
    for (const row of rows.slice(0, 1)) if (await this.access.isVisible(tx, row)) return true;
    return false;
  }
}

function retainedFields({ version, title, ruleText, size }: SeriesRow): Record<string, unknown> {
  return { version, title, rule: ruleText, size };
}

/** Requires a draft or published activity. @throws DomainError `ACTIVITY_CANCELLED`, `ACTIVITY_NOT_OPEN` */
export function requireOpen({ state }: ActivityRow): void {
  if (state === 'cancelled') throw new DomainError('ACTIVITY_CANCELLED');
  if (state !== 'draft' && state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
}

/**
 * Also requires that it has not begun. @throws DomainError `ACTIVITY_CANCELLED`, `ACTIVITY_NOT_OPEN`,
 * `ACTIVITY_STARTED`
 */
export function requireAhead(tx: Transaction, row: ActivityRow): void {
  requireOpen(row);
  if (row.startsAt <= tx.now) throw new DomainError('ACTIVITY_STARTED');
}

/**
 * @param act changes one, or refuses before it has changed anything
 * @returns the saved rows, without unchanged ones; and the refusals, which stay: what may pass is refused as a whole, and asked again
 */
export async function actOnEach(
  rows: readonly ActivityRow[],
  act: (row: ActivityRow) => Promise<ActivityRow | null>,
): Promise<{ readonly done: ActivityRow[]; readonly refused: SeriesRefusalView[] }> {
  const done: ActivityRow[] = [];
  const refused: SeriesRefusalView[] = [];
  for (const row of rows) {
    try {
      const saved = await act(row);
      if (saved !== null) done.push(saved);
    } catch (error) {
      if (!isLastingRefusal(error)) throw error;
      refused.push({ ...actedOf(row), code: error.code });
    }
  }
  return { done, refused };
}
