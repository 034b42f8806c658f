import { Injectable } from '@nestjs/common';
import { neighbourKmMax } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import {
  type Actor,
  boxAround,
  type Coordinates,
  distanceTenths,
  distanceTenthsSql,
  DomainError,
} from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { AudienceUnionRow } from './audience.entity.js';
import { keysOf, type Target, targetRangeOf } from './audience.model.js';

/** Those for whom something is: members of unions in a range of paths, narrowed by what else decides. */
export interface Addressees {
  readonly start: string;
  readonly beyond: string;
  readonly sizeClass: SizeClassName | null;
  /** These unions alone; null: whichever. */
  readonly unionIds: readonly string[] | null;
}

/** Narrows unions `u` to those that are addressed, beside their paths. @param sizeClass and `unionIds` are placeholders */
export function addressedSql(sizeClass: string, unionIds: string): string {
  return `(${sizeClass}::text IS NULL OR EXISTS (
      SELECT FROM audience_union a WHERE a.id = u.id AND a.size_class = ${sizeClass}))
    AND (${unionIds}::uuid[] IS NULL OR u.id = ANY(${unionIds}))`;
}

/** Values of what {@link addressedSql} takes. */
export function addressedValues({ sizeClass, unionIds }: Addressees): [string | null, string[] | null] {
  return [sizeClass, unionIds === null ? null : [...unionIds]];
}

/** Tells whom a bulletin is for: by keys from the side of a reader, and by unions from that of the bulletin. */
@Injectable()
export class AudienceRepository {
  constructor(private readonly references: ReferenceRepository) {}

  /** All audiences to which somebody belongs, or a union with all its members. */
  async keysOf(tx: Transaction, reader: Pick<Actor, 'unionId' | 'unionPath'> | null): Promise<string[]> {
    const upwards = await this.references.unionsUpwards(tx, reader?.unionPath ?? null);
    const unionId = reader?.unionId ?? null;
    const keys = keysOf(unionId, upwards);
    const own = unionId === null ? null : await this.find(tx, unionId);
    if (own === null) return keys;
    const { sizeClass } = own;
    return [
      ...keys,
      ...(sizeClass === null ? [] : upwards.map((id) => `sizeClass/${id}/${sizeClass}`)),
      ...(await this.neighbourKeys(tx, placeOf(own))),
    ];
  }

  /**
   * Whether there is anything near a union.
   * @throws DomainError `BULLETIN_UNION_UNPLACED`
   */
  async requireReachable(tx: Transaction, { audience }: Target, unionId: string): Promise<void> {
    if (audience !== 'neighbours') return;
    const own = await this.find(tx, unionId);
    if (own === null || placeOf(own) === null)
      throw new DomainError('BULLETIN_UNION_UNPLACED', { pointer: '/audience' });
  }

  /** None where a union has lost its place meanwhile. @param among of the unions near by, these alone are asked about; null: all */
  async addresseesOf(
    tx: Transaction,
    target: Target,
    union: { readonly id: string; readonly path: string },
    among: readonly string[] | null = null,
  ): Promise<Addressees> {
    const { audience, sizeClass, neighbourKm } = target;
    const range = targetRangeOf(audience, union.path);
    if (neighbourKm === null) return { ...range, sizeClass, unionIds: null };
    return { ...range, sizeClass, unionIds: await this.unionsNear(tx, union.id, { km: neighbourKm, among }) };
  }

  /** Members whom it reaches, and the unions to which they belong. */
  async count(tx: Transaction, addressees: Addressees): Promise<{ members: number; unions: number }> {
    const [row] = (await tx.sql.query(
      `SELECT count(*)::int AS members, count(DISTINCT m.union_id)::int AS unions
       FROM union_ref u JOIN member_ref m ON m.union_id = u.id AND m.state = 'active'
       WHERE u.path >= $1 AND u.path < $2 AND ${addressedSql('$3', '$4')}`,
      [addressees.start, addressees.beyond, ...addressedValues(addressees)],
    )) as [{ members: number; unions: number }];
    return row;
  }

  /** Those of some people for whom it is. */
  async membersAmong(
    tx: Transaction,
    addressees: Addressees,
    personIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT m.person_id AS id FROM member_ref m JOIN union_ref u ON u.id = m.union_id
       WHERE m.person_id = ANY($5::uuid[]) AND m.state = 'active'
         AND u.path >= $1 AND u.path < $2 AND ${addressedSql('$3', '$4')}`,
      [addressees.start, addressees.beyond, ...addressedValues(addressees), [...personIds]],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private find(tx: Transaction, id: string): Promise<AudienceUnionRow | null> {
    return tx.sql.findOne(AudienceUnionRow, { where: { id } });
  }

  /** Of what unions near by show their neighbours: of all such bulletins, which are few, those whose union is near. */
  private async neighbourKeys(tx: Transaction, place: Coordinates | null): Promise<string[]> {
    if (place === null) return [];
    const box = boxAround(place, neighbourKmMax);
    const distance = distanceTenthsSql(
      { latitude: '$1::float8', longitude: '$2::float8' },
      { latitude: 'a.latitude', longitude: 'a.longitude' },
    );
    const rows: { key: string }[] = await tx.sql.query(
      `SELECT DISTINCT b.audience_key AS key
       FROM bulletin b CROSS JOIN LATERAL (
         SELECT u.latitude, u.longitude FROM audience_union u WHERE u.id = b.union_id OFFSET 0) AS a
       WHERE b.audience = 'neighbours' AND b.state IN ('published', 'withdrawn')
         AND coalesce(b.shown_until, 'infinity') > $7
         AND a.latitude BETWEEN $3 AND $4 AND a.longitude BETWEEN $5 AND $6
         AND b.neighbour_km * 10 >= ${distance}`,
      [place.latitude, place.longitude, box.south, box.north, box.west, box.east, tx.now],
    );
    return rows.map(({ key }) => key);
  }

  private async unionsNear(
    tx: Transaction,
    unionId: string,
    { km, among }: { readonly km: number; readonly among: readonly string[] | null },
  ): Promise<string[]> {
    const own = await this.find(tx, unionId);
    const place = own && placeOf(own);
    if (place === null) return [];
    const box = boxAround(place, km);
    const rows: (Coordinates & { readonly id: string })[] = await tx.sql.query(
      `SELECT id, latitude, longitude FROM audience_union
       WHERE latitude BETWEEN $1 AND $2 AND longitude BETWEEN $3 AND $4
         ${among === null ? '' : 'AND id = ANY($5::uuid[])'}`,
      [box.south, box.north, box.west, box.east, ...(among === null ? [] : [[...among]])],
    );
    return rows.filter((row) => distanceTenths(place, row) <= km * 10).map(({ id }) => id);
  }
}

function placeOf({ latitude, longitude }: AudienceUnionRow): Coordinates | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
