import { Injectable } from '@nestjs/common';
import { lockEmpty, namePinyin, type Transaction, typedPinyin } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';

interface SealedName {
  readonly id: string;
  readonly name: string;
  readonly erasedAt: Date | null;
}

/**
 * By what people are found if somebody types the pinyin of their whole name. Names are sealed, so these are keyed
 * hashes, as that of the name itself: none of them has a beginning to search for.
 */
@Injectable()
export class PersonPinyinRepository {
  constructor(private readonly personalData: PersonalData) {}

  hashOf(typed: string): string {
    return this.personalData.hash('namePinyin', typedPinyin(typed));
  }

  /** Fills rows that are empty. @returns how many were */
  async fill(tx: Transaction, max: number): Promise<number> {
    const ids = await lockEmpty(tx, 'person_pinyin', 'hashes', max);
    if (ids.length === 0) return 0;
    const people: SealedName[] = await tx.sql.query(
      `SELECT id, name, erased_at AS "erasedAt" FROM person WHERE id = ANY($1)`,
      [ids],
    );
    const rows = people.map((person) => ({ id: person.id, hashes: this.hashesOf(person) }));
    await tx.sql.query(
      `UPDATE person_pinyin n SET hashes = ARRAY(SELECT jsonb_array_elements_text(given.hashes))
       FROM jsonb_to_recordset($1) AS given(id uuid, hashes jsonb) WHERE n.id = given.id`,
      [JSON.stringify(rows)],
    );
    return ids.length;
  }

  private hashesOf({ id, name, erasedAt }: SealedName): string[] {
    if (erasedAt !== null) return [];
    return namePinyin(this.personalData.open(id, 'name', name)).map((spelling) => this.hashOf(spelling));
  }
}
