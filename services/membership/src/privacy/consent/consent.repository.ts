import { Injectable } from '@nestjs/common';
import type { ChosenPurpose, Purpose } from '@gongxiang/contracts/words/consent';
import { selectListOf, type Transaction } from '@gongxiang/persistence';
import { ConsentDecisionRow, ConsentTextRow } from './consent.entity.js';

/** How many people have decided what about a purpose. */
interface DecisionCount {
  readonly purpose: Purpose;
  readonly given: number;
  readonly outdated: number;
  readonly withdrawn: number;
}

@Injectable()
export class ConsentRepository {
  /** The present text of each purpose. */
  presentTexts(tx: Transaction): Promise<ConsentTextRow[]> {
    return tx.sql.query(
      `SELECT DISTINCT ON (t.purpose) ${selectListOf(tx.sql, ConsentTextRow, 't')}
       FROM consent_text t ORDER BY t.purpose, t.version DESC`,
    );
  }

  async presentVersion(tx: Transaction, purpose: ChosenPurpose): Promise<number> {
    const texts = await tx.sql.find(ConsentTextRow, {
      where: { purpose },
      order: { version: 'DESC' },
      take: 1,
    });
    return texts[0]?.version ?? 0;
  }

  /** Makes those who publish texts of one purpose wait for each other. */
  async lockTexts(tx: Transaction, purpose: ChosenPurpose): Promise<void> {
    await tx.sql.findOne(ConsentTextRow, {
      where: { purpose, version: 1 },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insertText(tx: Transaction, row: ConsentTextRow): Promise<void> {
    await tx.sql.insert(ConsentTextRow, row);
  }

  /** The last decision about each purpose. */
  decisionsOf(tx: Transaction, personId: string): Promise<ConsentDecisionRow[]> {
    return tx.sql.query(
      `SELECT DISTINCT ON (d.purpose) ${selectListOf(tx.sql, ConsentDecisionRow, 'd')}
       FROM consent_decision d WHERE d.person_id = $1 ORDER BY d.purpose, d.at DESC, d.id DESC`,
      [personId],
    );
  }

  async insertDecision(tx: Transaction, row: ConsentDecisionRow): Promise<void> {
    await tx.sql.insert(ConsentDecisionRow, row);
  }

  counts(tx: Transaction): Promise<DecisionCount[]> {
    return tx.sql.query(
      `SELECT d.purpose, (count(*) FILTER (WHERE d.given AND d.text_version = t.version))::int AS given,
         (count(*) FILTER (WHERE d.given AND d.text_version < t.version))::int AS outdated,
         (count(*) FILTER (WHERE NOT d.given))::int AS withdrawn
       FROM (SELECT DISTINCT ON (purpose, person_id) purpose, person_id, given, text_version FROM consent_decision
             ORDER BY purpose, person_id, at DESC, id DESC) d
       JOIN (SELECT purpose, max(version) AS version FROM consent_text GROUP BY purpose) t ON t.purpose = d.purpose
       GROUP BY d.purpose`,
    );
  }
}
