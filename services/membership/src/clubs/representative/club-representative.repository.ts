import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ClubRepresentativeRow } from './club-representative.entity.js';
import { In, IsNull, MoreThan } from 'typeorm';

@Injectable()
export class ClubRepresentativeRepository {
  /** Whether the caller acts in the name of a club now: not after the end, whatever was told of it. */
  represents(tx: Transaction, clubId: string): Promise<boolean> {
    const { personId, call, now } = tx;
    const held = { clubId, personId: In([personId, ...(call.actor?.formerIds ?? [])]), revokedAt: IsNull() };
    return tx.sql.existsBy(ClubRepresentativeRow, [
      { ...held, validTo: IsNull() },
      { ...held, validTo: MoreThan(now) },
    ]);
  }
}
