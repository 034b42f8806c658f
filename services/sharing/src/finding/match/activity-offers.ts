import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { EarlierScores } from './earlier-scores.js';
import type { HeldTerms, Offer } from './match.model.js';
import { placeOf } from './place.model.js';
import { wordTerms } from './words.model.js';

type Seats = HeldTerms['seats'];

/** Planned activities that could take more people or, as drafts, more hosts. */
@Injectable()
export class ActivityOffers {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly scores: EarlierScores,
  ) {}

  async load(tx: Transaction, ids: readonly string[]): Promise<Offer[]> {
    const found = await this.activities.findByIds(tx, ids);
    const rows = found.filter((row) => isOffered(row, tx.now));
    if (rows.length === 0) return [];
    const seats = await this.seatsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const unionIds = rows.map(({ unionId }) => unionId);
    const unions = await this.references.unionsOf(tx, unionIds);
    const scores = await this.scores.of(tx, 'union', unionIds);
    const rulePaths = await this.rulePathsOf(tx, rows);
    return rows.map((row) => ({
      id: row.id,
      ownerUnionId: row.unionId,
      ownerPersonId: row.organiserKind === 'person' ? row.organiserId : null,
      functions: [row.function],
      businesses: [row.business],
      room: null,
      pieces: null,
      district: null,
      words: wordTerms(`${row.title} ${row.description ?? ''}`),
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

  /**
   * The free seats of each pool, limited by the caps over it; released seats count in their current pool. Concurrent
   * sign-ups may change them.
   */
  private async seatsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Seats>> {
    const rows: (Seats[number] & { activityId: string })[] = await tx.sql.query(
      // Seats of a club are for its members of any union: no union owns them.
      `SELECT p.activity_id AS "activityId", p.size_classes AS "sizeClasses",
         CASE WHEN p.union_id IS NULL AND p.club_id IS NULL THEN NULL ELSE coalesce(u.path, '!') END AS "unionPath",
         least(p.capacity - coalesce(l.confirmed + l.held, 0), capped.free)::int AS free
       FROM pool p LEFT JOIN union_ref u ON u.id = p.union_id
       LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
       CROSS JOIN LATERAL (
         SELECT min(c.capacity - (
           SELECT coalesce(sum(o.confirmed + o.held), 0) FROM pool_line o JOIN pool op ON op.activity_id = o.activity_id AND op.id = o.pool_id
           LEFT JOIN union_ref ou ON ou.id = op.union_id
           WHERE o.activity_id = p.activity_id AND (c.union_id IS NULL OR starts_with(ou.path, cu.path)))) AS free
         FROM seat_cap c LEFT JOIN union_ref cu ON cu.id = c.union_id
         WHERE c.activity_id = p.activity_id AND (c.union_id IS NULL OR starts_with(u.path, cu.path))) AS capped
       WHERE p.activity_id = ANY($1)`,
      [ids],
    );
    const seats = new Map<string, Seats>();
    for (const { activityId, ...pool } of rows)
      seats.set(activityId, [...(seats.get(activityId) ?? []), pool]);
    return seats;
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
