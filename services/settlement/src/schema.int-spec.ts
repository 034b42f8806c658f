import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import * as contracts from '@gongxiang/contracts/all';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { undeclaredPersonTables, unexportedPersonData, ungivenFileTables } from '@gongxiang/persistence';
import {
  actorWith,
  compareWithCatalogue,
  downAndUpOf,
  eventually,
  fillAllTables,
  filledRows,
  listContractsOf,
  listFailures,
  listsReadingTooMuch,
  type ServiceFixture,
  unerasedColumns,
  unplacedPersonColumns,
} from '@gongxiang/testing';
import { entities } from './data-source.js';
import { migrations } from './migrations/index.js';
import { personPlaces } from './persons/person-places.js';
import { personData } from './persons/person-data.js';
import { personExport, withheldColumns } from './persons/person-export.js';
import { personFiles } from './persons/person-files.js';
import { personErasureEvents, settlementErasure } from '@gongxiang/contracts/words/person-erasure';
import { erasurePlan } from './persons/person-erasure.js';
import { startSettlement } from './settlement.fixture.js';

let settlement: ServiceFixture;

beforeAll(async () => {
  settlement = await startSettlement();
});
afterAll(() => settlement.stop());

const filling = { few: ['fund_rule_set', 'subsidy_programme'] };

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    expect(await compareWithCatalogue(settlement.dataSource, entities)).toEqual([]);
  });

  it('has no table with persons that is neither told to them nor excepted', () => {
    expect(undeclaredPersonTables(personPlaces, personData)).toEqual([]);
  });

  it('gives a person everything that it tells them of and that an erasure would empty', () => {
    const given = { data: personData, columns: personExport };
    expect(unexportedPersonData(given, erasurePlan.emptied, withheldColumns)).toEqual([]);
  });

  it('gives a person the files that they have uploaded, or says why not', async () => {
    expect(await ungivenFileTables(settlement.dataSource.manager, personFiles)).toEqual([]);
  });

  it('counts and gives what is kept of a person, also of one of whom nothing is', async () => {
    const { count, page, files } = personDataContract('settlement');
    expect(await settlement.ask(count, {}, actorWith({}))).toEqual({ items: [] });
    expect(await settlement.ask(page, {}, actorWith({}))).toEqual({ parts: [], next: null });
    expect(await settlement.ask(files, {}, actorWith({}))).toEqual({ files: [], next: null });
  });

  it('E97: has no column with persons of which nobody says what a merge does with it', async () => {
    expect(await unplacedPersonColumns(settlement.dataSource, personPlaces)).toEqual([]);
  });

  it('E123: erases somebody of whom nothing is, and says so', async () => {
    const nobody = actorWith({});
    const nothing = { erased: [], kept: [] };
    const preview = await settlement.ask(settlementErasure.preview, {}, nobody);
    const { personId } = nobody;
    expect(await settlement.ask(settlementErasure.obstacles, { personId }, nobody)).toEqual({
      obstacles: [],
    });
    expect(preview).toEqual({ ...nothing, obstacles: [] });
    const erasureId = newId();
    await settlement.emit(personErasureEvents.erased, { erasureId, personId: nobody.personId });
    await eventually(async () =>
      expect(await settlement.recorded(settlementErasure.applied)).toContainEqual({ erasureId, ...nothing }),
    );
  });

  it('E123: has no value of people of which nobody says what becomes of it once they are erased', async () => {
    expect(await unerasedColumns(settlement.dataSource, erasurePlan, personData)).toEqual([]);
  });

  it('goes down to nothing and up again to the same', async () => {
    expect(await downAndUpOf('settlement', migrations)).toEqual([]);
  });

  it.each(listContractsOf(contracts, 'settlement').map((contract) => [contract.subject, contract] as const))(
    'answers %s with each of its filters',
    async (_subject, contract) => {
      expect(await listFailures(settlement, contract)).toEqual([]);
    },
  );

  describe(`for a small union among ${filledRows} others`, () => {
    beforeAll(async () => {
      expect(await fillAllTables(settlement, filling)).toEqual([]);
    });

    it.each(
      listContractsOf(contracts, 'settlement').map((contract) => [contract.subject, contract] as const),
    )('reads little for %s, with each of its filters', async (_subject, contract) => {
      expect(await listsReadingTooMuch(settlement, contract)).toEqual([]);
    });

    it("reads little for the operators' view of the audit trail", async () => {
      const { listAudit } = contracts.operationsContract('settlement');
      expect(await listsReadingTooMuch(settlement, listAudit)).toEqual([]);
    });
  });
});
