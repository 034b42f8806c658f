import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AgreementAwaitedRow, AgreementRow, AgreementSignatureRow } from './agreement.entity.js';
import { type Host, sameHosts } from './agreement.model.js';

/** An open version with the activity's fields for a to-do list. */
export type AwaitingAgreement = Pick<
  AgreementRow,
  'id' | 'version' | 'activityId' | 'versionNumber' | 'hash' | 'hosts' | 'proposedAt'
> & { readonly activityTitle: string; readonly activityStartsAt: Date };

/** With the masked name of who signed; null for officers of a union above who are no members known here. */
export interface Signature extends AgreementSignatureRow {
  readonly signerName: string | null;
}

@Injectable()
export class AgreementRepository {
  findById(tx: Transaction, id: string): Promise<AgreementRow | null> {
    return tx.sql.findOneBy(AgreementRow, { id });
  }

  /** Locked after the activity if both are needed. */
  lockById(tx: Transaction, id: string): Promise<AgreementRow | null> {
    return tx.sql.findOne(AgreementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The version that waits for the verdict or for signatures; one at most. */
  lockPending(tx: Transaction, activityId: string): Promise<AgreementRow | null> {
    const where = { activityId, state: In(['checking', 'open']) };
    return tx.sql.findOne(AgreementRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  lockInForce(tx: Transaction, activityId: string): Promise<AgreementRow | null> {
    const where = { activityId, state: 'inForce' } as const;
    return tx.sql.findOne(AgreementRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  latest(tx: Transaction, activityId: string): Promise<AgreementRow | null> {
    return tx.sql.findOne(AgreementRow, { where: { activityId }, order: { versionNumber: 'DESC' } });
  }

  /** All of an activity, the latest first. */
  versions(tx: Transaction, activityId: string): Promise<AgreementRow[]> {
    return tx.sql.find(AgreementRow, { where: { activityId }, order: { versionNumber: 'DESC' } });
  }

  async insert(tx: Transaction, row: AgreementRow): Promise<void> {
    await tx.sql.insert(AgreementRow, row);
  }

  async update(tx: Transaction, row: AgreementRow): Promise<void> {
    await tx.sql.update(AgreementRow, { activityId: row.activityId, id: row.id }, row);
  }

  async signatures(tx: Transaction, agreementIds: readonly string[]): Promise<Signature[]> {
    const rows = await tx.sql.findBy(AgreementSignatureRow, { agreementId: In([...agreementIds]) });
    const names: { id: string; name: string }[] = await tx.sql.query(
      'SELECT person_id AS id, masked_name AS name FROM member_ref WHERE person_id = ANY($1::uuid[])',
      [rows.map(({ signedBy }) => signedBy)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({ ...row, signerName: nameOf.get(row.signedBy) ?? null }));
  }

  async addSignature(tx: Transaction, row: AgreementSignatureRow): Promise<void> {
    await tx.sql.insert(AgreementSignatureRow, row);
  }

  /** The hosts whose signatures these versions wait for. */
  async awaited(
    tx: Transaction,
    versions: readonly Pick<AgreementRow, 'id' | 'state'>[],
  ): Promise<AgreementAwaitedRow[]> {
    const open = versions.filter(({ state }) => state === 'open').map(({ id }) => id);
    if (open.length === 0) return [];
    return tx.sql.findBy(AgreementAwaitedRow, { agreementId: In(open) });
  }

  /** Replaces the hosts whose signatures a version waits for. @returns whether they changed */
  async await(tx: Transaction, agreementId: string, hosts: readonly Host[]): Promise<boolean> {
    const before = await tx.sql.findBy(AgreementAwaitedRow, { agreementId });
    const awaited = before.map((row) => ({ kind: row.partyKind, id: row.partyId }));
    if (sameHosts(hosts, awaited)) return false;
    await tx.sql.delete(AgreementAwaitedRow, { agreementId });
    const rows = hosts.map(({ kind, id, unionId }) => ({
      agreementId,
      partyKind: kind,
      partyId: id,
      unionId,
    }));
    if (rows.length > 0) await tx.sql.insert(AgreementAwaitedRow, rows);
    return true;
  }

  /** The open versions the caller may sign for a host that has not, newest first. */
  async listAwaiting(
    tx: Transaction,
    signer: { readonly personId: string; readonly rolePaths: readonly string[] },
    page: { readonly cursor?: string; readonly limit?: number; readonly ownUnions?: boolean },
  ): Promise<AwaitingAgreement[]> {
    const values: unknown[] = [
      signer.personId,
      decodeCursor(page.cursor, 1)?.[0] ?? null,
      rowsFor(page.limit),
    ];
    const reach = subtreesOf(signer.rolePaths, page);
    const isWithin = await reachCondition(tx, reach, placeholdersIn(values));
    return tx.sql.query(
      `SELECT g.id, g.version, g.activity_id AS "activityId", g.version_number AS "versionNumber", g.hash, g.hosts,
              g.proposed_at AS "proposedAt", a.title AS "activityTitle", a.starts_at AS "activityStartsAt"
       FROM agreement g JOIN activity a ON a.id = g.activity_id
       WHERE g.id IN (
           SELECT w.agreement_id FROM agreement_awaited w WHERE w.party_kind = 'person' AND w.party_id = $1
           UNION ALL
           SELECT w.agreement_id FROM agreement_awaited w WHERE ${isWithin('w.union_id')})
         AND ($2::uuid IS NULL OR g.id < $2::uuid)
       ORDER BY g.id DESC LIMIT $3`,
      values,
    );
  }

  /** The versions of an activity, newest first. */
  list(
    tx: Transaction,
    filter: { readonly activityId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<AgreementRow[]> {
    const query = tx.sql.createQueryBuilder(AgreementRow, 'g').orderBy('g.versionNumber', 'DESC');
    query.where('g.activityId = :activityId', { activityId: filter.activityId });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('g.versionNumber < :number', { number: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** All versions in id order, for republishing. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<AgreementRow[]> {
    const query = tx.sql.createQueryBuilder(AgreementRow, 'g').orderBy('g.id').limit(limit);
    return (afterId === null ? query : query.where('g.id > :afterId', { afterId })).getMany();
  }
}
