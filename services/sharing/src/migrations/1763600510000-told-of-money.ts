import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeAbout, rewriteNoticeWords } from './notice-words.js';

const reason = 'dealsWithMoney';
const kinds = [
  'confirmationDue',
  'disputeOpened',
  'disputeReferred',
  'paymentDue',
  'paymentOverdue',
  'subsidyReportDue',
  'subsidyReportOverdue',
  'disclosureDue',
];

/** Whoever may act is told when the time for something about money runs out. */
export class ToldOfMoney1763600510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD COLUMN money_id uuid');
    await rewriteNoticeAbout(runner, (columns) => [...columns, 'money_id']);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE money_id IS NOT NULL');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
    await rewriteNoticeAbout(runner, (columns) => columns.filter((column) => column !== 'money_id'));
    await runner.query('ALTER TABLE notice DROP COLUMN money_id');
  }
}
