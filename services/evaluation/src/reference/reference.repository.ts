import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRef } from './reference.entity.js';

/** Reads the copy. What it lacks may be on its way: then the caller is asked to come again in a second. */
@Injectable()
export class ReferenceRepository {
  /** @throws DomainError `REFERENCE_PENDING` */
  async union(tx: Transaction, id: string, pointer?: string): Promise<UnionRef> {
    const row = await tx.sql.findOneBy(UnionRef, { id });
    if (row !== null) return row;
    throw new DomainError('REFERENCE_PENDING', {
      retryAfterSeconds: 1,
      ...(pointer === undefined ? {} : { pointer }),
    });
  }
}
