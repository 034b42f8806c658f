import { describe, expect, it } from '@jest/globals';
import { describeStatement } from './statement.js';

describe('what a span tells of a statement', () => {
  it.each([
    ['SELECT "a"."id" FROM "sharing"."activity" "a" WHERE "a"."id" = $1', 'SELECT sharing.activity'],
    ['INSERT INTO outbox (id) SELECT 1', 'INSERT outbox'],
    ['UPDATE "sharing"."pool" SET version = 2', 'UPDATE sharing.pool'],
    ['DELETE FROM due WHERE kind = $1', 'DELETE due'],
    ['START TRANSACTION', 'START'],
    ['  select 1', 'SELECT'],
    ['/* why */ SELECT 1', 'SELECT'],
    ['', 'STATEMENT'],
    ["SELECT * FROM person WHERE phone = '13900000000'", 'SELECT person'],
  ])('is its verb and its first table: %s', (text, name) => {
    const described = describeStatement(text);
    expect(described.name).toBe(name);
    expect(JSON.stringify(described)).not.toContain('139');
  });
});
