import { Injectable } from '@nestjs/common';
import type { ChosenPurpose, ConsentState, ConsentTextState } from '@gongxiang/contracts/words/consent';
import type { Transaction } from '@gongxiang/persistence';
import { PersonConsentRow, PurposeTextRow } from './consent.entity.js';

@Injectable()
export class ConsentRepository {
  find(tx: Transaction, personId: string, purpose: ChosenPurpose): Promise<PersonConsentRow | null> {
    return tx.sql.findOneBy(PersonConsentRow, { personId, purpose });
  }

  /** The version of the present text. */
  async presentVersion(tx: Transaction, purpose: ChosenPurpose): Promise<number> {
    return (await tx.sql.findOneByOrFail(PurposeTextRow, { purpose })).version;
  }

  /** Those of these people who do not want this. */
  async withdrawnAmong(
    tx: Transaction,
    personIds: readonly string[],
    purpose: ChosenPurpose,
  ): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM person_consent WHERE person_id = ANY($1) AND purpose = $2 AND NOT given`,
      [personIds, purpose],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /** @returns whether it is the latest decision */
  async save(tx: Transaction, { personId, purpose, textVersion, given, at }: ConsentState): Promise<boolean> {
    const saved: unknown[] = await tx.sql.query(
      `INSERT INTO person_consent (person_id, purpose, text_version, given, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id, purpose) DO UPDATE
         SET text_version = excluded.text_version, given = excluded.given, at = excluded.at
         WHERE person_consent.at < excluded.at
       RETURNING 1`,
      [personId, purpose, textVersion, given, at],
    );
    return saved.length > 0;
  }

  async saveText(tx: Transaction, { purpose, version }: ConsentTextState): Promise<void> {
    await tx.sql.query(
      `INSERT INTO purpose_text AS t (purpose, version) VALUES ($1, $2)
       ON CONFLICT (purpose) DO UPDATE SET version = greatest(t.version, excluded.version)`,
      [purpose, version],
    );
  }
}
