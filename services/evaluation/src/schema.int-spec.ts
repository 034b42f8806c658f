import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@gongxiang/contracts/all';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { undeclaredPersonTables, unexportedPersonData, ungivenFileTables } from '@gongxiang/persistence';
import { newId } from '@gongxiang/domain';
import {
  actorWith,
  compareWithCatalogue,
  downAndUpOf,
  eventually,
  fillAllTables,
  filledRows,
  explainsWithoutSeqScan,
  listContractsOf,
  listFailures,
  listsReadingTooMuch,
  recordQueries,
  type ServiceFixture,
  unerasedColumns,
  unplacedPersonColumns,
} from '@gongxiang/testing';
import { entities } from './data-source.js';
import { startEvaluation } from './evaluation.fixture.js';
import { migrations } from './migrations/index.js';
import { personPlaces } from './persons/person-places.js';
import { personData } from './persons/person-data.js';
import { personExport, withheldColumns } from './persons/person-export.js';
import { personFiles } from './persons/person-files.js';
import { personErasureEvents, evaluationErasure } from '@gongxiang/contracts/words/person-erasure';
import { erasurePlan } from './persons/person-erasure.js';

let evaluation: ServiceFixture;
const reader = actorWith({ roles: [['evaluator', newId(), '1.']] });

beforeAll(async () => {
  evaluation = await startEvaluation();
});
afterAll(() => evaluation.stop());

const filling = {
  values: { 'score.revises_id': 'NULL' },
  few: ['indicator_system', 'judgement_round', 'ranking', 'recognition', 'survey_plan'],
};

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    expect(await compareWithCatalogue(evaluation.dataSource, entities)).toEqual([]);
  });

  it('has no table with persons that is neither told to them nor excepted', () => {
    expect(undeclaredPersonTables(personPlaces, personData)).toEqual([]);
  });

  it('gives a person everything that it tells them of and that an erasure would empty', () => {
    const given = { data: personData, columns: personExport };
    expect(unexportedPersonData(given, erasurePlan.emptied, withheldColumns)).toEqual([]);
  });

  it('gives a person the files that they have uploaded, or says why not', async () => {
    expect(await ungivenFileTables(evaluation.dataSource.manager, personFiles)).toEqual([]);
  });

  it('counts and gives what is kept of a person, also of one of whom nothing is', async () => {
    const { count, page, files } = personDataContract('evaluation');
    expect(await evaluation.ask(count, {}, actorWith({}))).toEqual({ items: [] });
    expect(await evaluation.ask(page, {}, actorWith({}))).toEqual({ parts: [], next: null });
    expect(await evaluation.ask(files, {}, actorWith({}))).toEqual({ files: [], next: null });
  });

  it('E97: has no column with persons of which nobody says what a merge does with it', async () => {
    expect(await unplacedPersonColumns(evaluation.dataSource, personPlaces)).toEqual([]);
  });

  it('E123: erases somebody of whom nothing is, and says so', async () => {
    const nobody = actorWith({});
    const nothing = { erased: [], kept: [] };
    const preview = await evaluation.ask(evaluationErasure.preview, {}, nobody);
    const { personId } = nobody;
    expect(await evaluation.ask(evaluationErasure.obstacles, { personId }, nobody)).toEqual({
      obstacles: [],
    });
    expect(preview).toEqual({ ...nothing, obstacles: [] });
    const erasureId = newId();
    await evaluation.emit(personErasureEvents.erased, { erasureId, personId: nobody.personId });
    await eventually(async () =>
      expect(await evaluation.recorded(evaluationErasure.applied)).toContainEqual({ erasureId, ...nothing }),
    );
  });

  it('E123: has no value of people of which nobody says what becomes of it once they are erased', async () => {
    expect(await unerasedColumns(evaluation.dataSource, erasurePlan, personData)).toEqual([]);
  });

  it('goes down to nothing and up again to the same', async () => {
    expect(await downAndUpOf('evaluation', migrations)).toEqual([]);
  });

  it("serves efficacy, which is no list, and a person's own surveys by an index", async () => {
    const reads = [
      () => evaluation.ask(contracts.efficacyContract.get, { from: '2026-01-01', to: '2026-12-31' }, reader),
      () => evaluation.ask(contracts.surveyContract.listMine, {}, reader),
    ];
    for (const read of reads) {
      const recorded = await recordQueries(evaluation.dataSource, read);
      // The outbox and the due work open transactions meanwhile.
      const queries = recorded.filter(({ sql }) => sql.startsWith('SELECT'));
      expect(queries).not.toEqual([]);
      for (const { sql, params } of queries) {
        expect([sql, await explainsWithoutSeqScan(evaluation.dataSource, sql, params)]).toEqual([sql, []]);
      }
    }
  });

  it.each(listContractsOf(contracts, 'evaluation').map((contract) => [contract.subject, contract] as const))(
    'answers %s with each of its filters',
    async (_subject, contract) => {
      expect(await listFailures(evaluation, contract)).toEqual([]);
    },
  );

  describe(`for a small union among ${filledRows} others`, () => {
    beforeAll(async () => {
      expect(await fillAllTables(evaluation, filling)).toEqual([]);
    });

    it.each(
      listContractsOf(contracts, 'evaluation').map((contract) => [contract.subject, contract] as const),
    )('reads little for %s, with each of its filters', async (_subject, contract) => {
      expect(await listsReadingTooMuch(evaluation, contract)).toEqual([]);
    });

    it("reads little for the operators' view of the audit trail", async () => {
      const { listAudit } = contracts.operationsContract('evaluation');
      expect(await listsReadingTooMuch(evaluation, listAudit)).toEqual([]);
    });
  });
});
