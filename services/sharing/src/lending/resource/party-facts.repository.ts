import { Injectable } from '@nestjs/common';
import { type Coordinates, type PartyKind, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Grantee, PartyFacts } from './grantee.model.js';

/** The limit of relevant member unions of all clubs looked up together. */
const clubUnionsMax = 10_000;

/** A right's grantee with its resource. */
interface Named {
  readonly resourceId: string;
  readonly grantee: Grantee;
}

type Surroundings = Pick<PartyFacts, 'centre' | 'parkPath'>;
const nowhere: Surroundings = { centre: null, parkPath: null };

/**
 * The current facts from the copies about the parties of rights: one statement per kind of fact, however many rights
 * there are.
 */
@Injectable()
export class PartyFactsRepository {
  /** @returns the facts of each, in the order given */
  async of(tx: Transaction, named: readonly Named[]): Promise<PartyFacts[]> {
    const grantees = named.map(({ grantee }) => grantee);
    const paths = await this.paths(tx, grantees);
    const parties = await this.behind(tx, grantees);
    const clubs = await this.ofMembers(tx, grantees);
    const places = await this.surroundings(tx, named);
    return named.map(({ resourceId, grantee }) => ({
      granteePath: paths.get(grantee.unionId ?? '') ?? null,
      exceptPaths: grantee.exceptUnionIds.flatMap((id) => paths.get(id) ?? []),
      unionIds: (grantee.kind === 'club' ? clubs : parties).get(grantee.partyId ?? '') ?? [],
      ...(grantee.kind === 'neighbours' ? (places.get(resourceId) ?? nowhere) : nowhere),
    }));
  }

  private async paths(tx: Transaction, grantees: readonly Grantee[]): Promise<Map<string, string>> {
    const ids = grantees.flatMap(({ unionId, exceptUnionIds }) => [unionId ?? [], exceptUnionIds].flat());
    if (ids.length === 0) return new Map();
    const rows: { id: string; path: string }[] = await tx.sql.query(
      'SELECT id, path FROM union_ref WHERE id = ANY($1::uuid[])',
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** The union behind each party. */
  private async behind(tx: Transaction, grantees: readonly Grantee[]): Promise<Map<string, string[]>> {
    const parties = grantees.filter(({ kind }) => kind === 'party');
    if (parties.length === 0) return new Map();
    const kinds: PartyKind[] = parties.flatMap(({ partyKind }) => partyKind ?? []);
    const rows: { id: string; unionId: string }[] = await tx.sql.query(
      `WITH named AS (SELECT * FROM unnest($1::text[], $2::uuid[]) AS n(kind, id))
       SELECT id, id AS "unionId" FROM named WHERE kind = 'union'
       UNION ALL SELECT n.id, p.union_id FROM named n JOIN party_ref p USING (kind, id) WHERE p.union_id IS NOT NULL
       UNION ALL SELECT n.id, m.union_id FROM named n JOIN member_ref m ON m.person_id = n.id
         WHERE n.kind = 'person' AND m.state = 'active' AND m.union_id IS NOT NULL`,
      [kinds, parties.flatMap(({ partyId }) => partyId ?? [])],
    );
    return grouped(rows);
  }

  /** The unions of each club's current members. */
  private async ofMembers(tx: Transaction, grantees: readonly Grantee[]): Promise<Map<string, string[]>> {
    const clubIds = grantees.flatMap(({ kind, partyId }) => (kind === 'club' ? (partyId ?? []) : []));
    if (clubIds.length === 0) return new Map();
    const rows: { id: string; unionId: string }[] = await tx.sql.query(
      `SELECT DISTINCT c.club_id AS id, m.union_id AS "unionId"
       FROM club_member_ref c JOIN member_ref m ON m.person_id = c.person_id
       WHERE c.club_id = ANY($1::uuid[]) AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to > $2)
         AND m.state = 'active' AND m.union_id IS NOT NULL LIMIT $3`,
      [clubIds, shanghaiDate(tx.now), clubUnionsMax],
    );
    return grouped(rows);
  }

  /** The place of each resource, or of its owner; and the nearest park at or above the owner. */
  private async surroundings(tx: Transaction, named: readonly Named[]): Promise<Map<string, Surroundings>> {
    const near = named.filter(({ grantee }) => grantee.kind === 'neighbours');
    if (near.length === 0) return new Map();
    const rows: (Coordinates & { id: string; parkPath: string | null })[] = await tx.sql.query(
      `SELECT r.id, COALESCE(r.latitude, o.latitude) AS latitude, COALESCE(r.longitude, o.longitude) AS longitude,
              (SELECT p.path FROM union_ref p WHERE p.tier = 'park' AND p.path = ANY(ARRAY(
                 SELECT left(o.path, step) FROM generate_series(1, length(o.path)) AS step
                 WHERE substr(o.path, step, 1) = '.'))
               ORDER BY length(p.path) DESC LIMIT 1) AS "parkPath"
       FROM resource r JOIN union_ref o ON o.id = r.owner_union_id WHERE r.id = ANY($1::uuid[])`,
      [[...new Set(near.map(({ resourceId }) => resourceId))]],
    );
    return new Map(
      rows.map(({ id, latitude, longitude, parkPath }) => [
        id,
        // Both are set together.
        { centre: latitude === null ? null : { latitude, longitude }, parkPath },
      ]),
    );
  }
}

function grouped(rows: readonly { readonly id: string; readonly unionId: string }[]): Map<string, string[]> {
  const unions = new Map<string, string[]>();
  for (const { id, unionId } of rows) unions.set(id, [...(unions.get(id) ?? []), unionId]);
  return unions;
}
