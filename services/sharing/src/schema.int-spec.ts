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
import { personErasureEvents, sharingErasure } from '@gongxiang/contracts/words/person-erasure';
import { erasurePlan } from './persons/person-erasure.js';
import { startSharing } from './sharing.fixture.js';

let sharing: ServiceFixture;

beforeAll(async () => {
  sharing = await startSharing();
});
afterAll(() => sharing.stop());

/** Of what waits for an answer there is little: it has a deadline of days. */
const waiting = (state: string, other: string): string =>
  `CASE WHEN n <= 100 THEN '${state}' ELSE '${other}' END`;

const filling = {
  values: {
    'activity.sign_up_closes_at': `now() + n * interval '1 hour'`,
    'activity.starts_at': `now() + n * interval '1 hour'`,
    'loan_damage.state': waiting('claimed', 'accepted'),
    'loan_handover.state': waiting('waiting', 'confirmed'),
    'need_match.state': waiting('proposed', 'suggested'),
    'question.state': waiting('open', 'answered'),
  },
  few: ['brand'],
};

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    expect(await compareWithCatalogue(sharing.dataSource, entities)).toEqual([]);
  });

  it('has no table with persons that is neither told to them nor excepted', () => {
    expect(undeclaredPersonTables(personPlaces, personData)).toEqual([]);
  });

  it('gives a person everything that it tells them of and that an erasure would empty', () => {
    const given = { data: personData, columns: personExport };
    expect(unexportedPersonData(given, erasurePlan.emptied, withheldColumns)).toEqual([]);
  });

  it('gives a person the files that they have uploaded, or says why not', async () => {
    expect(await ungivenFileTables(sharing.dataSource.manager, personFiles)).toEqual([]);
  });

  it('counts and gives what is kept of a person, also of one of whom nothing is', async () => {
    const { count, page, files } = personDataContract('sharing');
    expect(await sharing.ask(count, {}, actorWith({}))).toEqual({ items: [] });
    expect(await sharing.ask(page, {}, actorWith({}))).toEqual({ parts: [], next: null });
    expect(await sharing.ask(files, {}, actorWith({}))).toEqual({ files: [], next: null });
  });

  it('E97: has no column with persons of which nobody says what a merge does with it', async () => {
    expect(await unplacedPersonColumns(sharing.dataSource, personPlaces)).toEqual([]);
  });

  it('E123: erases somebody of whom nothing is, and says so', async () => {
    const nobody = actorWith({});
    const nothing = { erased: [], kept: [] };
    const preview = await sharing.ask(sharingErasure.preview, {}, nobody);
    const { personId } = nobody;
    expect(await sharing.ask(sharingErasure.obstacles, { personId }, nobody)).toEqual({ obstacles: [] });
    expect(preview).toEqual({ ...nothing, obstacles: [] });
    const erasureId = newId();
    await sharing.emit(personErasureEvents.erased, { erasureId, personId: nobody.personId });
    await eventually(async () =>
      expect(await sharing.recorded(sharingErasure.applied)).toContainEqual({ erasureId, ...nothing }),
    );
  });

  it('E123: has no value of people of which nobody says what becomes of it once they are erased', async () => {
    expect(await unerasedColumns(sharing.dataSource, erasurePlan, personData)).toEqual([]);
  });

  it('goes down to nothing and up again to the same', async () => {
    expect(await downAndUpOf('sharing', migrations)).toEqual([]);
  });

  it.each(listContractsOf(contracts, 'sharing').map((contract) => [contract.subject, contract] as const))(
    'answers %s with each of its filters',
    async (_subject, contract) => {
      expect(await listFailures(sharing, contract)).toEqual([]);
    },
  );

  describe(`for a small union among ${filledRows} others`, () => {
    beforeAll(async () => {
      expect(await fillAllTables(sharing, filling)).toEqual([]);
    });

    it.each(listContractsOf(contracts, 'sharing').map((contract) => [contract.subject, contract] as const))(
      'reads little for %s, with each of its filters',
      async (_subject, contract) => {
        expect(await listsReadingTooMuch(sharing, contract)).toEqual([]);
      },
    );

    it('reads little for the desk, which is no list', async () => {
      expect(await listsReadingTooMuch(sharing, contracts.handoverContract.desk)).toEqual([]);
    });

    it("reads little for the operators' view of the audit trail", async () => {
      const { listAudit } = contracts.operationsContract('sharing');
      expect(await listsReadingTooMuch(sharing, listAudit)).toEqual([]);
    });
  });
});
