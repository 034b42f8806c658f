import { Injectable } from '@nestjs/common';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import {
  type ActionRule,
  DomainError,
  parsePartyKey,
  type Party,
  partyKey,
  pathsUpwards,
  rootPath,
} from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { MemberRef, PartyRef, UnionRef } from './reference.entity.js';

/** Masked names by person id. Unknown persons are missing. */
export type PersonNames = ReadonlyMap<string, string>;

/** A party with its name and the union behind it. */
export interface KnownParty {
  readonly party: Party;
  readonly name: string;
  readonly unionId: string;
  readonly unionPath: string;
}

/** Reads the copies. A missing row may still be in flight, so the caller is asked to retry after a second. */
@Injectable()
export class ReferenceRepository {
  /** @throws DomainError `REFERENCE_PENDING` */
  async union(tx: Transaction, id: string, pointer?: string): Promise<UnionRef> {
    return (await tx.sql.findOneBy(UnionRef, { id })) ?? pending(pointer);
  }

  /**
   * Any party that can have an account, with the union whose officers act for it.
   * @throws DomainError `REFERENCE_PENDING`, 422 `PARTY_WITHOUT_UNION`
   */
  async party(tx: Transaction, party: Party, pointer?: string): Promise<KnownParty> {
    const found = (await this.parties(tx, [partyKey(party)])).get(partyKey(party));
    if (found !== undefined) return found;
    const known = await tx.sql.findOneBy(PartyRef, { kind: party.kind, id: party.id });
    if (known === null || known.unionId !== null) return pending(pointer);
    const at = pointer === undefined ? {} : { pointer };
    throw new DomainError('PARTY_WITHOUT_UNION', { params: { name: known.name }, ...at });
  }

  /** The known parties of these keys, by key. Persons have no account and are never included. */
  async parties(tx: Transaction, keys: readonly string[]): Promise<Map<string, KnownParty>> {
    const wanted = keys.map(parsePartyKey);
    const rows: { kind: Party['kind']; id: string; name: string; union_id: string; path: string }[] =
      await tx.sql.query(
        `SELECT w.kind, w.id, coalesce(p.name, u.name) AS name, u.id AS union_id, u.path
         FROM unnest($1::text[], $2::uuid[]) AS w(kind, id)
         LEFT JOIN party_ref p ON p.kind = w.kind AND p.id = w.id
         JOIN union_ref u ON u.id = CASE WHEN w.kind = 'union' THEN w.id ELSE p.union_id END`,
        [wanted.map(({ kind }) => kind), wanted.map(({ id }) => id)],
      );
    return new Map(
      rows.map(({ kind, id, name, union_id: unionId, path: unionPath }) => {
        const party = { kind, id };
        return [partyKey(party), { party, name, unionId, unionPath }];
      }),
    );
  }

  /** The names of those of these parties that are closed, by key: no new money is to begin with them. */
  async closedAmong(tx: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
    const wanted = keys.map(parsePartyKey);
    const rows: { kind: Party['kind']; id: string; name: string }[] = await tx.sql.query(
      `SELECT w.kind, w.id, coalesce(p.name, u.name) AS name
       FROM unnest($1::text[], $2::uuid[]) AS w(kind, id)
       LEFT JOIN party_ref p ON p.kind = w.kind AND p.id = w.id
       LEFT JOIN union_ref u ON u.id = CASE WHEN w.kind = 'union' THEN w.id ELSE p.union_id END
       WHERE NOT coalesce(p.active, true) OR NOT coalesce(u.active, true)`,
      [wanted.map(({ kind }) => kind), wanted.map(({ id }) => id)],
    );
    return new Map(rows.map(({ kind, id, name }) => [partyKey({ kind, id }), name]));
  }

  /** The size classes of these unions' enterprises; unions without one are missing. */
  async sizeClassesOf(tx: Transaction, unionIds: readonly string[]): Promise<Map<string, SizeClassName>> {
    const rows = await tx.sql.findBy(UnionRef, { id: In([...new Set(unionIds)]) });
    return new Map(
      rows.flatMap(({ id, sizeClass }) => (sizeClass === null ? [] : [[id, sizeClass] as const])),
    );
  }

  /** The paths of these unions, in id order. @throws DomainError `REFERENCE_PENDING` if one is not known */
  async pathsOf(tx: Transaction, unionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.sql.find(UnionRef, { where: { id: In([...unionIds]) }, order: { id: 'ASC' } });
    if (rows.length < unionIds.length) pending();
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** The names of these persons; null ids are skipped. */
  async namesOf(tx: Transaction, personIds: readonly (string | null)[]): Promise<PersonNames> {
    const wanted = [...new Set(personIds.filter((id) => id !== null))];
    const rows = wanted.length === 0 ? [] : await tx.sql.findBy(MemberRef, { personId: In(wanted) });
    return new Map(rows.map(({ personId, maskedName }) => [personId, maskedName]));
  }

  /** For each list of paths, the people who hold one of the rule's roles at one of its unions or above. */
  async holdersOf(
    tx: Transaction,
    { roles = [] }: ActionRule,
    lists: readonly (readonly string[])[],
  ): Promise<string[][]> {
    const above = new Map([...new Set(lists.flat())].map((path) => [path, pathsUpwards(path)]));
    const rows: { path: string; people: string[] }[] = await tx.sql.query(
      `SELECT u.path, array_agg(r.person_id) AS people FROM union_ref u JOIN role_ref r ON r.union_id = u.id
       WHERE u.path = ANY($1) AND r.role = ANY($2) AND r.revoked_at IS NULL GROUP BY u.path`,
      [[...new Set([...above.values()].flat())], roles],
    );
    const peopleAt = new Map(rows.map(({ path, people }) => [path, people]));
    return lists.map((paths) => {
      const reached = new Set(paths.flatMap((path) => above.get(path) ?? []));
      return [...new Set([...reached].flatMap((path) => peopleAt.get(path) ?? []))];
    });
  }

  /**
   * For each path, the people who hold one of the rule's roles there, or else at the nearest union above where
   * somebody does.
   */
  async nearestHolders(
    tx: Transaction,
    { roles = [] }: ActionRule,
    paths: readonly string[],
  ): Promise<string[]> {
    const places = paths.flatMap((path) => pathsUpwards(path).map((above) => [path, above] as const));
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM (
         SELECT r.person_id, rank() OVER (PARTITION BY p.path ORDER BY length(p.above) DESC) AS nearness
         FROM unnest($1::text[], $2::text[]) AS p(path, above)
         JOIN union_ref u ON u.path = p.above JOIN role_ref r ON r.union_id = u.id
         WHERE r.role = ANY($3) AND r.revoked_at IS NULL
       ) AS holder WHERE nearness = 1 ORDER BY person_id`,
      [places.map(([path]) => path), places.map(([, above]) => above), roles],
    );
    return rows.map(({ personId }) => personId);
  }

  /** The unions at these paths, by path, each with whether somebody holds one of the rule's roles there. */
  async unionsWith(
    tx: Transaction,
    { roles = [] }: ActionRule,
    paths: readonly string[],
  ): Promise<Map<string, { readonly id: string; readonly name: string; readonly isHeld: boolean }>> {
    const rows: { path: string; id: string; name: string; isHeld: boolean }[] = await tx.sql.query(
      `SELECT u.path, u.id, u.name, EXISTS (
         SELECT 1 FROM role_ref r WHERE r.union_id = u.id AND r.role = ANY($2) AND r.revoked_at IS NULL) AS "isHeld"
       FROM union_ref u WHERE u.path = ANY($1)`,
      [paths, roles],
    );
    return new Map(rows.map(({ path, ...union }) => [path, union]));
  }

  /** Of these people, those who are permitted by the rule at one of the unions: by a role there or above. */
  async permittedAmong(
    tx: Transaction,
    rule: ActionRule,
    unionIds: readonly string[],
    personIds: readonly string[],
  ): Promise<string[]> {
    if (personIds.length === 0) return [];
    const paths = await this.pathsOf(tx, unionIds);
    const [holders = []] = await this.holdersOf(tx, rule, [[...paths.values()]]);
    return personIds.filter((id) => holders.includes(id));
  }

  /** How many people hold the role of officer at the federation, the root of the network. */
  async rootOfficers(tx: Transaction): Promise<number> {
    const [row] = (await tx.sql.query(
      `SELECT count(DISTINCT r.person_id)::int AS count FROM role_ref r JOIN union_ref u ON u.id = r.union_id
       WHERE u.path = $1 AND r.role = 'officer' AND r.revoked_at IS NULL`,
      [rootPath],
    )) as [{ count: number }];
    return row.count;
  }
}

function pending(pointer?: string): never {
  throw new DomainError('REFERENCE_PENDING', {
    retryAfterSeconds: 1,
    ...(pointer === undefined ? {} : { pointer }),
  });
}
