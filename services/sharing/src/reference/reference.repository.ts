import { Injectable } from '@nestjs/common';
import type { MemberState, UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type ActionRule, DomainError, type Party, pathsUpwards, type RoleName } from '@gongxiang/domain';
import { storeCopiesLast, storeCopy } from '@gongxiang/messaging/events';
import { selectListOf, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { memberRefOf, unionRefOf } from './membership.model.js';
import { type Neighbourhood, neighbourhoodIn, type PlacedUnion } from './neighbourhood.model.js';
import { GroupRef, MemberRef, PartyRef, UnionRef } from './reference.entity.js';

/** SQL of what follows for a member from the union that serves them, whose row is `s`; null for everybody else. */
export const servingSql = `CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object(
  'unionPath', s.path, 'sizeClass', s.size_class, 'longitude', s.longitude, 'latitude', s.latitude) END`;

/** The union behind a party, and the party's name. */
export interface KnownParty {
  readonly party: Party;
  readonly name: string;
  readonly unionId: string;
  readonly unionPath: string;
  /** False: it is closed, see {@link requireOpen}. */
  readonly active: boolean;
}

/** Which persons have a term in one of these on a day. */
type AskedTerms<Of extends string> = Readonly<Record<Of, readonly string[]>> & {
  readonly personIds: readonly string[];
  readonly day: string;
};

/** Somebody who belongs to another union from a version of their copy on, with where they belonged before. */
export interface Move {
  readonly personId: string;
  readonly version: number;
  readonly fromUnionId: string | null;
  readonly fromServedByUnionId: string | null;
}

/**
 * What a closed party has begun comes to its end; nothing new begins in its name.
 * @throws DomainError 409 `PARTY_CLOSED`
 */
export function requireOpen({ active, name }: Pick<KnownParty, 'active' | 'name'>, pointer?: string): void {
  if (!active)
    throw new DomainError('PARTY_CLOSED', {
      params: { name },
      ...(pointer === undefined ? {} : { pointer }),
    });
}

/** Reads the copies. Missing ones may be on their way: then the caller is asked to retry in a second. */
@Injectable()
export class ReferenceRepository {
  /** @throws DomainError `REFERENCE_PENDING` */
  async union(tx: Transaction, id: string, pointer?: string): Promise<UnionRef> {
    return (await this.knownUnion(tx, id)) ?? pending(pointer);
  }

  /** A union that may be unknown here; reading is no reason to wait. */
  async knownUnion(tx: Transaction, id: string): Promise<UnionRef | null> {
    const [union] = await tx.sql.query<UnionRef[]>(
      `SELECT ${selectListOf(tx.sql, UnionRef, 'u')} FROM union_ref u WHERE u.id = $1`,
      [id],
    );
    return union ?? null;
  }

  /**
   * A union whose row is locked for share until this transaction ends: for rows that store its path.
   * @throws DomainError `REFERENCE_PENDING`
   */
  async unionForShare(tx: Transaction, id: string, pointer?: string): Promise<UnionRef> {
    const lock = { mode: 'pessimistic_read' } as const;
    return (await tx.sql.findOne(UnionRef, { where: { id }, lock })) ?? pending(pointer);
  }

  /**
   * A union locked for decisions that must be serialised until this transaction ends; its events wait for that.
   * @throws DomainError `REFERENCE_PENDING`
   */
  async unionLocked(tx: Transaction, id: string, pointer?: string): Promise<UnionRef> {
    const lock = { mode: 'for_no_key_update' } as const;
    return (await tx.sql.findOne(UnionRef, { where: { id }, lock })) ?? pending(pointer);
  }

  /** The names of known unions, by id. */
  async unionNames(tx: Transaction, unionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; name: string }[] = await tx.sql.query(
      'SELECT id, name FROM union_ref WHERE id = ANY($1::uuid[])',
      [[...new Set(unionIds)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The known ones of several, by id. */
  async unionsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, UnionRef>> {
    const unions = await tx.sql.findBy(UnionRef, { id: In([...new Set(ids)]) });
    return new Map(unions.map((union) => [union.id, union]));
  }

  /** The current paths of known unions, by id. */
  async placesOf(tx: Transaction, unionIds: readonly string[]): Promise<Map<string, string>> {
    if (unionIds.length === 0) return new Map();
    const rows: { id: string; path: string }[] = await tx.sql.query(
      'SELECT id, path FROM union_ref WHERE id = ANY($1)',
      [unionIds],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  async pathsOf(tx: Transaction, unionIds: readonly string[]): Promise<string[]> {
    return [...(await this.placesOf(tx, unionIds)).values()];
  }

  /** The neighbourhood of a union, by its path. */
  async neighbourhoodOf(tx: Transaction, union: { id: string; path: string }): Promise<Neighbourhood> {
    const upwards: PlacedUnion[] = await tx.sql.query(
      'SELECT id, path, tier, longitude, latitude FROM union_ref WHERE path = ANY($1)',
      [pathsUpwards(union.path)],
    );
    return neighbourhoodIn(upwards, union.id);
  }

  /** Those of these persons who are in any of these clubs on a day. */
  inClubs(tx: Transaction, { clubIds: ids, ...asked }: AskedTerms<'clubIds'>): Promise<ReadonlySet<string>> {
    return this.withTerms(tx, { terms: 'club_member_ref', of: 'club_id', ids, ...asked });
  }

  /** The same of groups. */
  inGroups(
    tx: Transaction,
    { groupIds: ids, ...asked }: AskedTerms<'groupIds'>,
  ): Promise<ReadonlySet<string>> {
    return this.withTerms(tx, { terms: 'group_member_ref', of: 'group_id', ids, ...asked });
  }

  private async withTerms(
    tx: Transaction,
    { terms, of, ids, personIds, day }: AskedTerms<'ids'> & { readonly terms: string; readonly of: string },
  ): Promise<ReadonlySet<string>> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM ${terms}
       WHERE ${of} = ANY($1) AND person_id = ANY($2) AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)`,
      [ids, personIds, day],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /** The known ones of these groups with the paths of their unions, in the order given. */
  async groups(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<{ id: string; name: string; unionPath: string }[]> {
    if (ids.length === 0) return [];
    return tx.sql.query(
      `SELECT g.id, g.name, u.path AS "unionPath" FROM group_ref g JOIN union_ref u ON u.id = g.union_id
       WHERE g.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], g.id)`,
      [ids],
    );
  }

  /** The clubs among these that each of these persons is in on a day; people in none are left out. */
  async clubsOf(
    tx: Transaction,
    { clubIds, personIds, day }: { clubIds: readonly string[]; personIds: readonly string[]; day: string },
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows: { personId: string; clubIds: string[] }[] = await tx.sql.query(
      `SELECT person_id AS "personId", array_agg(club_id) AS "clubIds" FROM club_member_ref
       WHERE club_id = ANY($1) AND person_id = ANY($2) AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)
       GROUP BY person_id`,
      [clubIds, personIds, day],
    );
    return new Map(rows.map(({ personId, clubIds: ids }) => [personId, new Set(ids)]));
  }

  /** The names of known unions, in the order given. */
  async namesOf(tx: Transaction, unionIds: readonly string[]): Promise<string[]> {
    if (unionIds.length === 0) return [];
    const rows: { name: string }[] = await tx.sql.query(
      'SELECT name FROM union_ref WHERE id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id)',
      [unionIds],
    );
    return rows.map(({ name }) => name);
  }

  /** The same for clubs. */
  async clubNamesOf(tx: Transaction, clubIds: readonly string[]): Promise<string[]> {
    if (clubIds.length === 0) return [];
    const rows: { name: string }[] = await tx.sql.query(
      `SELECT name FROM party_ref WHERE kind = 'club' AND id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id)`,
      [clubIds],
    );
    return rows.map(({ name }) => name);
  }

  /** Holders of one of the rule's roles at one of these unions or above it. Missing copies are left out. */
  async holdersOf(
    tx: Transaction,
    { roles = [] }: ActionRule,
    unionIds: readonly string[],
  ): Promise<string[]> {
    const paths = await this.pathsOf(tx, unionIds);
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT r.person_id AS "personId" FROM union_ref u JOIN role_ref r ON r.union_id = u.id
       WHERE u.path = ANY($1) AND r.role = ANY($2) AND r.revoked_at IS NULL`,
      [paths.flatMap(pathsUpwards), roles],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Holders of one of these roles directly at one of these unions, in id order. */
  async holdersAt(
    tx: Transaction,
    roles: readonly RoleName[],
    unionIds: readonly string[],
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM role_ref
       WHERE union_id = ANY($1) AND role = ANY($2) AND revoked_at IS NULL ORDER BY person_id`,
      [unionIds, roles],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Holders of one of the rule's roles at this union; without any, at the nearest union above it with one. */
  async nearestHoldersOf(tx: Transaction, rule: ActionRule, unionId: string): Promise<string[]> {
    return (await this.nearestHoldersOfAll(tx, rule, [unionId])).get(unionId) ?? [];
  }

  /** The same for several unions, by union. @param exceptIds people who do not count */
  async nearestHoldersOfAll(
    tx: Transaction,
    { roles = [] }: ActionRule,
    unionIds: readonly string[],
    exceptIds: readonly string[] = [],
  ): Promise<Map<string, string[]>> {
    if (unionIds.length === 0) return new Map();
    const above = [...(await this.placesOf(tx, unionIds))].flatMap(([id, path]) =>
      pathsUpwards(path).map((one) => ({ id, path: one })),
    );
    const rows: { unionId: string; personIds: string[] }[] = await tx.sql.query(
      `SELECT h.of_id AS "unionId", array_agg(DISTINCT h.person_id) AS "personIds" FROM (
         SELECT a.of_id, r.person_id, rank() OVER (PARTITION BY a.of_id ORDER BY length(u.path) DESC) AS place
         FROM unnest($1::uuid[], $2::text[]) AS a(of_id, path) JOIN union_ref u ON u.path = a.path
         JOIN role_ref r ON r.union_id = u.id
         WHERE r.role = ANY($3) AND r.revoked_at IS NULL AND r.person_id <> ALL($4)) AS h
       WHERE h.place = 1 GROUP BY h.of_id`,
      [above.map(({ id }) => id), above.map(({ path }) => path), roles, exceptIds],
    );
    return new Map(rows.map(({ unionId, personIds }) => [unionId, personIds]));
  }

  /** Representatives of these unions themselves, not of superior ones: at most 200, as each gets an inbox entry. */
  async speakersOf(tx: Transaction, unionIds: readonly string[]): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM role_ref
       WHERE union_id = ANY($1) AND role IN ('officer', 'organiser') AND revoked_at IS NULL
       ORDER BY person_id LIMIT 200`,
      [unionIds],
    );
    return rows.map(({ personId }) => personId);
  }

  /** A club that may be unknown here. */
  club(tx: Transaction, id: string): Promise<PartyRef | null> {
    return tx.sql.findOneBy(PartyRef, { kind: 'club', id });
  }

  /** A group that may be unknown here. */
  group(tx: Transaction, id: string): Promise<GroupRef | null> {
    return tx.sql.findOneBy(GroupRef, { id });
  }

  /** @throws DomainError `REFERENCE_PENDING` */
  async member(tx: Transaction, personId: string, pointer?: string): Promise<MemberRef> {
    return (await tx.sql.findOneBy(MemberRef, { personId })) ?? pending(pointer);
  }

  /**
   * Any party, with the union whose officers act for it. @throws DomainError `REFERENCE_PENDING`, 422
   * `PARTY_WITHOUT_UNION`
   */
  async party(tx: Transaction, party: Party, pointer?: string): Promise<KnownParty> {
    const { name, unionId, active } = await this.nameOf(tx, party, pointer);
    if (unionId === null) {
      const at = pointer === undefined ? {} : { pointer };
      throw new DomainError('PARTY_WITHOUT_UNION', { params: { name }, ...at });
    }
    const union = await this.union(tx, unionId, pointer);
    // An enterprise acts through its union: where that is closed, nothing new begins in its name.
    return { party, name, unionId: union.id, unionPath: union.path, active: active && union.active };
  }

  /** Whether a party is in use, with its name; null if it is not known here. People are always in use. */
  async standingOf(
    tx: Transaction,
    { kind, id }: Party,
  ): Promise<Pick<KnownParty, 'name' | 'active'> | null> {
    if (kind === 'person') return null;
    if (kind === 'union') return this.knownUnion(tx, id);
    const party = await tx.sql.findOneBy(PartyRef, { kind, id });
    const union = party?.unionId == null ? null : await this.knownUnion(tx, party.unionId);
    return party && { name: party.name, active: party.active && union?.active !== false };
  }

  /** @returns whether this is the newest state of the union */
  saveUnion(tx: Transaction, union: UnionState): Promise<boolean> {
    return storeCopy(tx, UnionRef, unionRefOf(union));
  }

  /**
   * Who belongs, by these newer states, to another union than before, or is served by another. Their rows are locked in
   * the order in which they are saved next: whoever signs up by the old union has committed before this answers.
   */
  async movesAmong(tx: Transaction, members: readonly MemberState[]): Promise<Move[]> {
    const states = members.map(memberRefOf);
    return tx.sql.query(
      `SELECT m.person_id AS "personId", n.version, m.union_id AS "fromUnionId", m.served_by_union_id AS "fromServedByUnionId"
       FROM member_ref m JOIN unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[])
         AS n(person_id, version, union_id, served_by_union_id) ON n.person_id = m.person_id
       WHERE n.version > m.version
         AND (m.union_id, m.served_by_union_id) IS DISTINCT FROM (n.union_id, n.served_by_union_id)
       ORDER BY m.person_id FOR NO KEY UPDATE OF m`,
      [
        states.map(({ personId }) => personId),
        states.map(({ version }) => version),
        states.map(({ unionId }) => unionId),
        states.map(({ servedByUnionId }) => servedByUnionId),
      ],
    );
  }

  /**
   * The paths of the unions that somebody belongs to: their own, and the one that serves them.
   * @throws DomainError `REFERENCE_PENDING` while one of them is on its way, so that nobody is judged as of none
   */
  async pathsOfMember(
    tx: Transaction,
    { unionId, servedByUnionId }: Pick<MemberRef, 'unionId' | 'servedByUnionId'>,
  ): Promise<string[]> {
    const paths: string[] = [];
    for (const id of [unionId, servedByUnionId]) if (id !== null) paths.push((await this.union(tx, id)).path);
    return paths;
  }

  saveMembers(tx: Transaction, members: readonly MemberState[]): void {
    storeCopiesLast(tx, MemberRef, members.map(memberRefOf));
  }

  private async nameOf(
    tx: Transaction,
    party: Party,
    pointer?: string,
  ): Promise<{ name: string; unionId: string | null; active: boolean }> {
    if (party.kind === 'union') {
      const union = await this.union(tx, party.id, pointer);
      return { name: union.name, unionId: union.id, active: union.active };
    }
    if (party.kind === 'person') {
      const member = await this.member(tx, party.id, pointer);
      return { name: member.maskedName, unionId: member.unionId, active: true };
    }
    return (await tx.sql.findOneBy(PartyRef, { kind: party.kind, id: party.id })) ?? pending(pointer);
  }
}

function pending(pointer?: string): never {
  throw new DomainError('REFERENCE_PENDING', {
    retryAfterSeconds: 1,
    ...(pointer === undefined ? {} : { pointer }),
  });
}
