import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import { SealedAnswerRow, SealedTextRow } from './sealed-answer.entity.js';

/** The tables of surveys and votes. Each has state, opens_at and closes_at. */
export type AskingTable = 'survey' | 'efficacy_survey' | 'vote';

/** The stored form of an anonymous answer. */
export interface SealedResponse {
  readonly surveyId: string;
  readonly tokenHash: Buffer;
  readonly receiptHash: Buffer;
  readonly sealed: Buffer;
  readonly texts: readonly Buffer[];
}

/** A portion of sealed rows, and the key after which the next portion starts. */
export interface SealedPortion<Key> {
  readonly sealed: readonly Buffer[];
  /** Null for the last portion. */
  readonly next: Key | null;
}

/** Writes answers directly to the database, without a caller's transaction, idempotency key, audit or outbox. */
@Injectable()
export class SealedAnswerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findReceipt(surveyId: string, tokenHash: Buffer): Promise<Buffer | null> {
    const row = await this.dataSource.manager.findOneBy(SealedAnswerRow, { surveyId, tokenHash });
    return row?.receiptHash ?? null;
  }

  /**
   * Consumes the token and stores the answer in one statement; the unique hash admits one of two. The survey's row is
   * read under a KEY SHARE lock, which conflicts with the UPDATE lock of the close: an answer that came first commits
   * before the close, and one that waited reads the row again, which is no longer open.
   * @returns false if the token is used or the survey is not open
   */
  async insert(table: AskingTable, response: SealedResponse, now: Date): Promise<boolean> {
    const { surveyId, tokenHash, receiptHash, sealed, texts } = response;
    const rows: unknown[] = await this.dataSource.query(
      `WITH taken AS (
         INSERT INTO sealed_answer (survey_id, token_hash, receipt_hash, sealed)
         SELECT s.id, $2, $3, $4 FROM ${table} s
         WHERE s.id = $1 AND s.state = 'open' AND s.opens_at <= $5 AND s.closes_at > $5 FOR KEY SHARE OF s
         ON CONFLICT DO NOTHING RETURNING survey_id
       ), written AS (
         INSERT INTO sealed_text (survey_id, id, sealed)
         SELECT taken.survey_id, w.id, w.sealed FROM taken, unnest($6::uuid[], $7::bytea[]) AS w(id, sealed)
       )
       SELECT 1 FROM taken`,
      [surveyId, tokenHash, receiptHash, sealed, now, texts.map(() => randomUUID()), texts],
    );
    return rows.length > 0;
  }

  /** In the order of token hashes, which is random. @param after null to begin */
  async answersFrom(surveyId: string, after: Buffer | null, limit: number): Promise<SealedPortion<Buffer>> {
    const rows: Pick<SealedAnswerRow, 'sealed' | 'tokenHash'>[] = await this.dataSource.query(
      `SELECT token_hash AS "tokenHash", sealed FROM sealed_answer
       WHERE survey_id = $1 AND token_hash > $2 ORDER BY token_hash LIMIT $3`,
      [surveyId, after ?? Buffer.alloc(0), limit],
    );
    const next = rows.length < limit ? null : (rows.at(-1)?.tokenHash ?? null);
    return { sealed: rows.map(({ sealed }) => sealed), next };
  }

  /** In the order of random ids. @param after null to begin */
  async textsFrom(surveyId: string, after: string | null, limit: number): Promise<SealedPortion<string>> {
    const rows: Pick<SealedTextRow, 'id' | 'sealed'>[] = await this.dataSource.query(
      `SELECT id, sealed FROM sealed_text WHERE survey_id = $1 AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT $3`,
      [surveyId, after, limit],
    );
    const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
    return { sealed: rows.map(({ sealed }) => sealed), next };
  }

  /** Deletes all stored answers of a survey. */
  async deleteAll(tx: Transaction, surveyId: string): Promise<void> {
    await tx.sql.delete(SealedAnswerRow, { surveyId });
    await tx.sql.delete(SealedTextRow, { surveyId });
  }
}
