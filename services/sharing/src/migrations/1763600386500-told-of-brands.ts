import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kinds = [
  'brandAdopted',
  'adoptionAsked',
  'adoptionApproved',
  'adoptionRefused',
  'proposalWaiting',
  'proposalSponsored',
  'proposalDeclined',
];
const reasons = ['founder', 'askedAdoption', 'proposersUnion', 'proposed'];

/** What people are told of brands and of what workers propose. */
export class ToldOfBrands1763600386500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, ...reasons]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE kind = ANY($1)', [kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => !reasons.includes(word)));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
  }
}
