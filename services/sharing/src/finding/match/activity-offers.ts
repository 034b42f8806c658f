import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { EarlierScores } from './earlier-scores.js';
import { FreeSeatsRepository } from './free-seats.repository.js';
import type { Offer } from './match.model.js';
import { placeOf } from './place.model.js';
import { analyserOf } from '../../lending/words/analyser-of.js';

/** Planned activities that could take more people or, as drafts, more hosts. */
@Injectable()
export class ActivityOffers {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly scores: EarlierScores,
    private readonly seats: FreeSeatsRepository,
  ) {}

  async load(tx: Transaction, ids: readonly string[]): Promise<Offer[]> {
    const found = await this.activities.findByIds(tx, ids);
    const rows = found.filter((row) => isOffered(row, tx.now));
    if (rows.length === 0) return [];
    const seats = await this.seats.ofActivities(
      tx,
      rows.map(({ id }) => id),
    );
    const unionIds = rows.map(({ unionId }) => unionId);
    const unions = await this.references.unionsOf(tx, unionIds);
    const scores = await this.scores.of(tx, 'union', unionIds);
    const rulePaths = await this.rulePathsOf(tx, rows);
    const analyser = await analyserOf(tx);
    return rows.map((row) => ({
      id: row.id,
      ownerUnionId: row.unionId,
      ownerPersonId: row.organiserKind === 'person' ? row.organiserId : null,
      functions: [row.function],
      businesses: [row.business],
      room: null,
      pieces: null,
      district: null,
      words: analyser.wordTerms(row.title, row.description ?? ''),
      place: placeAt(unions.get(row.unionId)),
      earlier: scores.get(row.unionId) ?? null,
      terms: {
        kind: 'activity',
        period: { start: row.startsAt, end: row.endsAt },
        activityKind: row.kind,
        seats: seats.get(row.id) ?? [],
        rules: row.eligibility,
        rulePaths: (row.eligibility?.unionIds ?? []).flatMap((id) => rulePaths.get(id) ?? []),
      },
    }));
  }

  private rulePathsOf(tx: Transaction, rows: readonly ActivityRow[]): Promise<Map<string, string>> {
    return this.references.placesOf(tx, [
      ...new Set(rows.flatMap(({ eligibility }) => eligibility?.unionIds ?? [])),
    ]);
  }
}

/** Whether one can still take part: as a host of a draft, or by signing up for a published activity. */
export function isOffered(row: ActivityRow, now: Date): boolean {
  if (row.startsAt <= now) return false;
  if (row.state === 'draft') return row.organiserKind !== 'person' && row.agreementId === null;
  return row.state === 'published' && row.signUpClosesAt > now && row.draw?.decides !== true;
}

function placeAt(union: UnionRef | undefined): Offer['place'] {
  return union === undefined ? null : placeOf(union);
}
