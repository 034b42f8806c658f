import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityService, type SeriesPlace } from '../../activities/activity/activity.service.js';
import { CopiedParts } from '../draft/copied-parts.js';
import { planOf } from '../draft/copied-plan.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import type { SeriesRow } from './series.entity.js';
import type { PlannedSeries } from './series-pattern.js';

/** Pools are copied one by one, each with its times: this limits the duration of a request. */
const poolsMax = 1_000;

interface GoingOn {
  readonly lastNumber: number;
  readonly pointer: string;
}

/** Creates the occurrences of a series: each is a copy of the pattern, with its pools. */
@Injectable()
export class SeriesDrafts {
  constructor(
    private readonly activities: ActivityService,
    private readonly changes: ActivityChanges,
    private readonly pools: PoolRepository,
    private readonly parts: CopiedParts,
  ) {}

  /**
   * @param planned with its locked pattern
   * @param goingOn for an existing series: the number of the last occurrence, and the field that asks for more
   * @returns the saved occurrences, including the pattern if it is one, in number order
   * @throws DomainError `SERIES_POOLS_TOO_MANY`, and the refusals of a draft
   */
  async create(
    tx: Transaction,
    series: SeriesRow,
    { pattern, plan }: Pick<PlannedSeries, 'pattern' | 'plan'>,
    goingOn: GoingOn = { lastNumber: 0, pointer: '/rule' },
  ): Promise<ActivityRow[]> {
    const { lastNumber, pointer } = goingOn;
    const placed = plan.occurrences.map((one, index) => ({
      ...one,
      place: placeIn(series, one.date, lastNumber + index + 1),
    }));
    const copies = placed.filter(({ isPattern }) => !isPattern);
    const pools = await this.pools.rowsOf(tx, pattern.id);
    if (pools.length * copies.length > poolsMax)
      throw new DomainError('SERIES_POOLS_TOO_MANY', { pointer, params: { max: poolsMax } });
    const drafts = await this.activities.draftAll(
      tx,
      copies.map(({ times, place }) => ({
        request: planOf(pattern, times, pattern.title),
        place: { ...place, eligibility: pattern.eligibility },
      })),
    );
    const rows: ActivityRow[] = [];
    for (const draft of drafts) rows.push(await this.parts.copy(tx, pattern, draft));
    // A holiday may have moved an occurrence before the pattern, so it is searched for.
    const own = placed.find(({ isPattern }) => isPattern);
    if (own !== undefined) rows.push(await this.changes.save(tx, pattern, own.place));
    return rows.sort((left, right) => (left.seriesNumber ?? 0) - (right.seriesNumber ?? 0));
  }
}

function placeIn({ id, size }: SeriesRow, date: string, number: number): SeriesPlace {
  return { seriesId: id, seriesDate: date, seriesNumber: number, seriesSize: size };
}
