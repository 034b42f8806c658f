import { Injectable } from '@nestjs/common';
import type { ListAdoptionRequestsRequest } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AdoptionRequestRow } from './brand.entity.js';

@Injectable()
export class AdoptionRequestRepository {
  /** A request changes only under the lock of its brand, so it needs no lock of its own. */
  findById(tx: Transaction, brandId: string, id: string): Promise<AdoptionRequestRow | null> {
    return tx.sql.findOneBy(AdoptionRequestRow, { brandId, id });
  }

  /** A union's request that is pending or approved. */
  standing(tx: Transaction, brandId: string, unionId: string): Promise<AdoptionRequestRow | null> {
    return tx.sql.findOneBy(AdoptionRequestRow, { brandId, unionId, state: In(['requested', 'approved']) });
  }

  /** All for a brand, decided or not. */
  ofBrand(tx: Transaction, brandId: string): Promise<AdoptionRequestRow[]> {
    return tx.sql.findBy(AdoptionRequestRow, { brandId });
  }

  async insert(tx: Transaction, row: AdoptionRequestRow): Promise<void> {
    await tx.sql.insert(AdoptionRequestRow, row);
  }

  async update(tx: Transaction, row: AdoptionRequestRow): Promise<void> {
    await tx.sql.update(AdoptionRequestRow, { brandId: row.brandId, id: row.id }, row);
  }

  /** Newest first. @param unions the subtrees whose requests are listed; null for all */
  list(
    tx: Transaction,
    filter: ListAdoptionRequestsRequest,
    unions: readonly string[] | null,
  ): Promise<AdoptionRequestRow[]> {
    const query = tx.sql
      .createQueryBuilder(AdoptionRequestRow, 'r')
      .where('r.brandId = :brandId', { brandId: filter.brandId })
      .orderBy('r.id', 'DESC');
    if (filter.state !== undefined) query.andWhere('r.state = :state', { state: filter.state });
    if (unions !== null)
      query.andWhere(
        `EXISTS (SELECT 1 FROM union_ref u, unnest(CAST(:starts AS text[]), CAST(:ends AS text[])) AS s(start, beyond)
           WHERE u.id = r.unionId AND u.path >= s.start AND u.path < s.beyond)`,
        { starts: unions, ends: unions.map(beyondSubtree) },
      );
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :before', { before: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
