import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { MatterRow } from '../matter/matter.entity.js';
import { TopicKeyRow, TopicTotalRow } from './triage.entity.js';

interface WordCount {
  readonly topic: string;
  readonly word: string;
  readonly matters: number;
}

@Injectable()
export class TriageRepository {
  async keyOf(tx: Transaction, serviceId: string): Promise<string | null> {
    const row = await tx.sql.findOne(TopicKeyRow, { where: { serviceId } });
    return row?.sealedKey ?? null;
  }

  /** The first key of a service stays: of two that are made at once the other one is used too. */
  async addKey(tx: Transaction, serviceId: string, sealedKey: string): Promise<void> {
    await tx.sql.query(
      'INSERT INTO topic_key (service_id, sealed_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [serviceId, sealedKey],
    );
  }

  totals(tx: Transaction, serviceId: string): Promise<TopicTotalRow[]> {
    return tx.sql.find(TopicTotalRow, { where: { serviceId } });
  }

  words(tx: Transaction, serviceId: string, hashes: readonly string[]): Promise<WordCount[]> {
    return tx.sql.query(
      'SELECT topic, word, matters FROM topic_word WHERE service_id = $1 AND word = ANY($2) AND matters > 0',
      [serviceId, hashes],
    );
  }

  /** One matter more of a topic. The row of the topic is locked first, so that two matters never wait for each other. */
  async add(tx: Transaction, serviceId: string, topic: string, hashes: readonly string[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO topic_total AS t (service_id, topic, matters) VALUES ($1, $2, 1)
       ON CONFLICT (service_id, topic) DO UPDATE SET matters = t.matters + 1`,
      [serviceId, topic],
    );
    await tx.sql.query(
      `INSERT INTO topic_word AS t (service_id, topic, word, matters) SELECT $1::uuid, $2::text, w, 1 FROM unnest($3::text[]) AS w
       ON CONFLICT (service_id, topic, word) DO UPDATE SET matters = t.matters + 1`,
      [serviceId, topic, hashes],
    );
  }

  /** One matter less; a word that is in none is gone. */
  async take(tx: Transaction, serviceId: string, topic: string, hashes: readonly string[]): Promise<void> {
    const where = [serviceId, topic];
    await tx.sql.query(
      'UPDATE topic_total SET matters = matters - 1 WHERE service_id = $1 AND topic = $2',
      where,
    );
    await tx.sql.query(
      'DELETE FROM topic_word WHERE service_id = $1 AND topic = $2 AND word = ANY($3) AND matters = 1',
      [...where, hashes],
    );
    await tx.sql.query(
      'UPDATE topic_word SET matters = matters - 1 WHERE service_id = $1 AND topic = $2 AND word = ANY($3)',
      [...where, hashes],
    );
  }

  /** Locks what is learnt for a service, in one order for all. */
  async lock(tx: Transaction, serviceId: string): Promise<void> {
    await tx.sql.query('SELECT 1 FROM topic_key WHERE service_id = $1 FOR UPDATE', [serviceId]);
  }

  /** The matters of a person from which something was learnt, by service. */
  learntOf(tx: Transaction, personId: string): Promise<MatterRow[]> {
    return tx.sql.query(
      `SELECT id, service_id AS "serviceId", edition, topic, sealed_answers AS "sealedAnswers" FROM matter
       WHERE person_id = $1 AND topic IS NOT NULL AND sealed_answers IS NOT NULL ORDER BY service_id, id`,
      [personId],
    );
  }
}
