import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@gongxiang/contracts/all';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { undeclaredPersonTables, unexportedPersonData, ungivenFileTables } from '@gongxiang/persistence';
import {
  actorWith,
  compareWithCatalogue,
  downAndUpOf,
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
import { personPlaces } from './members/merge/person-places.js';
import { personData } from './privacy/view/person-data.js';
import { personExport, withheldColumns } from './privacy/view/person-export.js';
import { personFiles } from './privacy/view/person-files.js';
import { erasurePlan } from './privacy/erasure/erasure-plan.js';
import { startMembership } from './membership.fixture.js';

let membership: ServiceFixture;

beforeAll(async () => {
  membership = await startMembership();
});
afterAll(() => membership.stop());

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    expect(await compareWithCatalogue(membership.dataSource, entities)).toEqual([]);
  });

  it('has no table with persons that is neither told to them nor excepted', () => {
    expect(undeclaredPersonTables(personPlaces, personData)).toEqual([]);
  });

  it('gives a person everything that it tells them of and that an erasure would empty', () => {
    const given = { data: personData, columns: personExport };
    expect(unexportedPersonData(given, erasurePlan.emptied, withheldColumns)).toEqual([]);
  });

  it('gives a person the files that they have uploaded, or says why not', async () => {
    expect(await ungivenFileTables(membership.dataSource.manager, personFiles)).toEqual([]);
  });

  it('counts and gives what is kept of a person, also of one of whom nothing is', async () => {
    const { count, page, files } = personDataContract('membership');
    expect(await membership.ask(count, {}, actorWith({}))).toEqual({ items: [] });
    expect(await membership.ask(page, {}, actorWith({}))).toEqual({ parts: [], next: null });
    expect(await membership.ask(files, {}, actorWith({}))).toEqual({ files: [], next: null });
  });

  it('E97: has no column with persons of which nobody says what a merge does with it', async () => {
    expect(await unplacedPersonColumns(membership.dataSource, personPlaces)).toEqual([]);
  });

  it('E123: has no value of people of which nobody says what becomes of it once they are erased', async () => {
    expect(await unerasedColumns(membership.dataSource, erasurePlan, personData)).toEqual([]);
  });

  it('goes down to nothing and up again to the same', async () => {
    expect(await downAndUpOf('membership', migrations)).toEqual([]);
  });

  it.each(listContractsOf(contracts, 'membership').map((contract) => [contract.subject, contract] as const))(
    'answers %s with each of its filters',
    async (_subject, contract) => {
      expect(await listFailures(membership, contract)).toEqual([]);
    },
  );

  describe(`for a small union among ${filledRows} others`, () => {
    beforeAll(async () => {
      expect(await fillAllTables(membership)).toEqual([]);
    });

    it.each(
      listContractsOf(contracts, 'membership').map((contract) => [contract.subject, contract] as const),
    )('reads little for %s, with each of its filters', async (_subject, contract) => {
      expect(await listsReadingTooMuch(membership, contract)).toEqual([]);
    });

    it("reads little for the operators' view of the audit trail", async () => {
      const { listAudit } = contracts.operationsContract('membership');
      expect(await listsReadingTooMuch(membership, listAudit)).toEqual([]);
    });
  });
});
