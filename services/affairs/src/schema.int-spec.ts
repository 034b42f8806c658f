import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@gongxiang/contracts/all';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { affairsErasure, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { newId } from '@gongxiang/domain';
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
import { startAffairs } from './affairs.fixture.js';
import { personData } from './persons/person-data.js';
import { erasurePlan } from './persons/person-erasure.js';
import { personExport, withheldColumns } from './persons/person-export.js';
import { personFiles } from './persons/person-files.js';
import { personPlaces } from './persons/person-places.js';

let affairs: ServiceFixture;

beforeAll(async () => {
  affairs = await startAffairs();
});
afterAll(() => affairs.stop());

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    expect(await compareWithCatalogue(affairs.dataSource, entities)).toEqual([]);
  });

  it('has no table with persons that is neither told to them nor excepted', () => {
    expect(undeclaredPersonTables(personPlaces, personData)).toEqual([]);
  });

  it('gives a person everything that it tells them of and that an erasure would empty', () => {
    const given = { data: personData, columns: personExport };
    expect(unexportedPersonData(given, erasurePlan.emptied, withheldColumns)).toEqual([]);
  });

  it('gives a person the files that they have uploaded, or says why not', async () => {
    expect(await ungivenFileTables(affairs.dataSource.manager, personFiles)).toEqual([]);
  });

  it('counts and gives what is kept of a person, also of one of whom nothing is', async () => {
    const { count, page, files } = personDataContract('affairs');
    expect(await affairs.ask(count, {}, actorWith({}))).toEqual({ items: [] });
    expect(await affairs.ask(page, {}, actorWith({}))).toEqual({ parts: [], next: null });
    expect(await affairs.ask(files, {}, actorWith({}))).toEqual({ files: [], next: null });
  });

  it('E97: has no column with persons of which nobody says what a merge does with it', async () => {
    expect(await unplacedPersonColumns(affairs.dataSource, personPlaces)).toEqual([]);
  });

  it('E123: erases somebody of whom nothing is, and says so', async () => {
    const nobody = actorWith({});
    const nothing = { erased: [], kept: [] };
    const preview = await affairs.ask(affairsErasure.preview, {}, nobody);
    const { personId } = nobody;
    expect(await affairs.ask(affairsErasure.obstacles, { personId }, nobody)).toEqual({ obstacles: [] });
    expect(preview).toEqual({ ...nothing, obstacles: [] });
    const erasureId = newId();
    await affairs.emit(personErasureEvents.erased, { erasureId, personId: nobody.personId });
    await eventually(async () =>
      expect(await affairs.recorded(affairsErasure.applied)).toContainEqual({
        erasureId,
        ...nothing,
      }),
    );
  });

  it('E123: has no value of people of which nobody says what becomes of it once they are erased', async () => {
    expect(await unerasedColumns(affairs.dataSource, erasurePlan, personData)).toEqual([]);
  });

  it('goes down to nothing and up again to the same', async () => {
    expect(await downAndUpOf('affairs', migrations)).toEqual([]);
  });

  it.each(listContractsOf(contracts, 'affairs').map((contract) => [contract.subject, contract] as const))(
    'answers %s with each of its filters',
    async (_subject, contract) => {
      expect(await listFailures(affairs, contract)).toEqual([]);
    },
  );

  describe(`for somebody among ${filledRows} rows of others`, () => {
    beforeAll(async () => {
      expect(await fillAllTables(affairs, {})).toEqual([]);
    });

    it.each(listContractsOf(contracts, 'affairs').map((contract) => [contract.subject, contract] as const))(
      'reads little for %s, with each of its filters',
      async (_subject, contract) => {
        expect(await listsReadingTooMuch(affairs, contract)).toEqual([]);
      },
    );

    it("reads little for the operators' view of the audit trail", async () => {
      const { listAudit } = contracts.operationsContract('affairs');
      expect(await listsReadingTooMuch(affairs, listAudit)).toEqual([]);
    });
  });
});
