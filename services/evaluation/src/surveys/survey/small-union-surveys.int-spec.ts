import { surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, fillTable, idOfRow, ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { startEvaluation } from '../../evaluation.fixture.js';

const rows = 100_000;
/** Of so many rows one is the small union's, and another one of an activity that the person came to. */
const oneIn = 2_000;
const pageRows = 50;
const small = { id: '01970000-0000-7000-8000-000000000000', path: '1.1.' };
const came = newId();

let evaluation: ServiceFixture;
let owner: DataSource;

beforeAll(async () => {
  evaluation = await startEvaluation();
  owner = await ownerOf(evaluation);
  await fillTable(owner, 'union_ref', 500, { path: `'1.77.' || n || '.'`, active: 'true' });
  await fillTable(owner, 'union_ref', 1, { id: `'${small.id}'`, path: `'${small.path}'`, active: 'true' });
  await fillTable(owner, 'survey', rows, {
    id: idOfRow,
    activity_id: idOfRow,
    union_id: `CASE WHEN n % ${oneIn} = 0 THEN '${small.id}'::uuid ELSE gen_random_uuid() END`,
    state: `'open'`,
    opens_at: 'now()',
    closes_at: `now() + interval '1 day'`,
  });
  await fillTable(owner, 'attendance_ref', rows, {
    activity_id: idOfRow,
    person_id: `CASE WHEN n % ${oneIn} = 1 THEN '${came}'::uuid ELSE gen_random_uuid() END`,
    heads: '1',
  });
});

afterAll(async () => {
  await owner?.destroy();
  await evaluation?.stop();
});

const officer = actorWith({
  unionId: small.id,
  unionPath: small.path,
  roles: [['officer', small.id, small.path]],
});

describe('among 100,000 surveys of others', () => {
  it.each<[string, () => Actor]>([
    ['an officer of a small union', () => officer],
    ['a member who came to fifty activities', () => ({ ...actorWith(), personId: came })],
    ['an officer who came to fifty others', () => ({ ...officer, personId: came })],
  ])('%s has a page of theirs read, and no more than five times as much', async (_who, actor) => {
    let shown = 0;
    const read = await rowsRead(evaluation.dataSource, ['survey', 'attendance_ref'], async () => {
      shown = (await evaluation.ask(surveyContract.list, { limit: pageRows }, actor())).items.length;
    });
    expect(shown).toBe(pageRows);
    expect(read).toBeGreaterThanOrEqual(pageRows);
    expect(read).toBeLessThanOrEqual(5 * pageRows);
  });
});
