import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@gongxiang/contracts/all';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { personErasureContract, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import { newId } from '@gongxiang/domain';
import {
  type ErasurePlan,
  type PersonDataPlan,
  type PersonExport,
  type PersonFilesPlan,
  type PersonPlace,
  undeclaredPersonTables,
  unexportedPersonData,
  ungivenFileTables,
} from '@gongxiang/persistence';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import { unerasedColumns } from './erased-columns.js';
import { eventually } from './eventually.js';
import { fillAllTables, filledRows, type Filling } from './fill-tables.js';
import { listContractsOf, listFailures, listsReadingTooMuch } from './list-checks.js';
import { unplacedPersonColumns } from './person-columns.js';
import { compareWithCatalogue } from './schema-checks.js';
import { downAndUpOf } from './schema-suite.js';
import { actorWith, type ServiceFixture } from './service-fixture.js';

/** A service, and what it says of its tables. */
interface TestedSchema {
  readonly service: MergeService;
  readonly start: () => Promise<ServiceFixture>;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly places: readonly PersonPlace[];
  readonly data: PersonDataPlan;
  readonly columns: PersonExport['columns'];
  /** Columns that an erasure empties and that say nothing to their person, by table. */
  readonly withheld?: Readonly<Record<string, readonly string[]>>;
  /** Left out by a service that keeps no file. */
  readonly files?: PersonFilesPlan;
  readonly erasure: ErasurePlan;
  readonly filling?: Filling;
  /** What reads as little as a list and is none, by what it is called. */
  readonly alsoReadLittle?: Readonly<Record<string, ReturnType<typeof listContractsOf>[number]>>;
  /** How many rows a list may read at most that reads more than five pages of a table, by its subject. */
  readonly readMore?: Readonly<Record<string, number>>;
}

/**
 * Declares the tests that every schema stands, in a file of its own, whose database they fill at last.
 * @returns the service, for further tests of that file
 */
export function schemaTests(tested: TestedSchema): () => ServiceFixture {
  let fixture: ServiceFixture;
  const started = (): ServiceFixture => fixture;
  beforeAll(async () => {
    fixture = await tested.start();
  });
  afterAll(() => fixture.stop());

  describe('the schema', () => {
    it('is what the entities say, column by column', async () => {
      expect(await compareWithCatalogue(fixture.dataSource, tested.entities)).toEqual([]);
    });
    it('goes down to nothing and up again to the same', async () => {
      expect(await downAndUpOf(tested.service, tested.migrations)).toEqual([]);
    });
  });
  describe('what is kept of people', () => personTests(tested, started));
  describe('lists', () => listTests(tested, started));
  return started;
}

function personTests(tested: TestedSchema, started: () => ServiceFixture): void {
  const { service, places, data, columns, withheld = {}, erasure } = tested;

  it('is told to them or excepted, table by table', () => {
    expect(undeclaredPersonTables(places, data)).toEqual([]);
  });

  it('is given to a person as far as they are told of it and an erasure would empty it', () => {
    expect(unexportedPersonData({ data, columns }, erasure.emptied, withheld)).toEqual([]);
  });

  it('has the files that they have uploaded, or says why not', async () => {
    const { files = { files: [], excepted: {} } } = tested;
    expect(await ungivenFileTables(started().dataSource.manager, files)).toEqual([]);
  });

  it('is counted and given also to one of whom nothing is', async () => {
    const { count, page, files } = personDataContract(service);
    expect(await started().ask(count, {}, actorWith({}))).toEqual({ items: [] });
    expect(await started().ask(page, {}, actorWith({}))).toEqual({ parts: [], next: null });
    expect(await started().ask(files, {}, actorWith({}))).toEqual({ files: [], next: null });
  });

  it('E97: has no column of which nobody says what a merge does with it', async () => {
    expect(await unplacedPersonColumns(started().dataSource, places)).toEqual([]);
  });

  it('E123: has no value of which nobody says what becomes of it once they are erased', async () => {
    expect(await unerasedColumns(started().dataSource, erasure, data)).toEqual([]);
  });

  // Membership decides on erasures, and does its own part of each by itself.
  if (service !== 'membership')
    it('E123: is erased of somebody of whom nothing is, which is acknowledged', async () => {
      const { preview, obstacles, applied } = personErasureContract(service);
      const nobody = actorWith({});
      const nothing = { erased: [], kept: [] };
      const { personId } = nobody;
      expect(await started().ask(obstacles, { personId }, nobody)).toEqual({ obstacles: [] });
      expect(await started().ask(preview, {}, nobody)).toEqual({ ...nothing, obstacles: [] });
      const erasureId = newId();
      await started().emit(personErasureEvents.erased, { erasureId, personId });
      await eventually(async () =>
        expect(await started().recorded(applied)).toContainEqual({ erasureId, ...nothing }),
      );
    });
}

function listTests(
  { service, filling, alsoReadLittle = {}, readMore = {} }: TestedSchema,
  started: () => ServiceFixture,
): void {
  const lists = listContractsOf(contracts, service).map((contract) => [contract.subject, contract] as const);

  it.each(lists)('answer: %s, with each of its filters', async (_subject, contract) => {
    expect(await listFailures(started(), contract)).toEqual([]);
  });

  describe(`of a small union among ${filledRows} others`, () => {
    beforeAll(async () => {
      expect(await fillAllTables(started(), filling)).toEqual([]);
    });

    const { listAudit } = contracts.operationsContract(service);
    it.each([
      ...lists,
      ...Object.entries(alsoReadLittle),
      ["the operators' view of the audit trail", listAudit] as const,
    ])('read little: %s, with each of its filters', async (_name, contract) => {
      expect(await listsReadingTooMuch(started(), contract, readMore[contract.subject])).toEqual([]);
    });
  });
}
