import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { SignUpData } from '../registration/sign-up-data.js';
import type { Known } from './family.model.js';
import { RelativeRow } from './relative.entity.js';

@Injectable()
export class RelativeRepository {
  constructor(private readonly data: SignUpData) {}

  /** Serialises changes of one person's family until the commit: names are sealed, so the database cannot keep them apart. */
  async lockPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`family ${personId}`]);
  }

  /** In the order in which they were entered. */
  async ofPerson(tx: Transaction, personId: string): Promise<Known[]> {
    const rows = await tx.sql.find(RelativeRow, { where: { personId }, order: { id: 'ASC' } });
    return rows.map(({ id, sealedName, ageBand, isKept }) => ({
      id,
      name: this.data.openRelative(id, sealedName),
      ageBand,
      isKept,
    }));
  }

  async insert(tx: Transaction, { name, ...row }: Omit<RelativeRow, 'sealedName'> & Named): Promise<void> {
    await tx.sql.insert(RelativeRow, { ...row, sealedName: this.data.sealRelative(row.id, name) });
  }

  async update(
    tx: Transaction,
    id: string,
    { name, ...changes }: Pick<RelativeRow, 'ageBand' | 'guardianConsentAt'> & Named,
  ): Promise<void> {
    await tx.sql.update(RelativeRow, { id }, { ...changes, sealedName: this.data.sealRelative(id, name) });
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(RelativeRow, { id });
  }
}

interface Named {
  readonly name: string;
}
