import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordContract } from '@gongxiang/contracts/affairs/records/record.contract';
import {
  recordImportContract,
  type RecordImportLine,
  recordImportLinesMax,
} from '@gongxiang/contracts/affairs/records/record-import.contract';
import type { Actor } from '@gongxiang/domain';
import { type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { enterRecord, recordOf } from '../records.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let second: Actor;
let stranger: Actor;
let member: Actor;
let colleague: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  second = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
  colleague = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const linesOf = (title: string, ...people: readonly Actor[]): RecordImportLine[] =>
  people.map(({ personId }, index) => ({ line: index + 2, personId, ...recordOf({ title }) }));
const preview = (lines: RecordImportLine[], actor: Actor | null) =>
  affairs.ask(recordImportContract.preview, { lines }, actor);
const enter = (lines: RecordImportLine[], actor: Actor | null) =>
  affairs.ask(recordImportContract.enter, { lines }, actor);
const outcomes = ({ lines }: Awaited<ReturnType<typeof preview>>) => lines.map(({ outcome }) => outcome);
const ofPerson = async (actor: Actor, title: string) =>
  (await affairs.ask(recordContract.listMine, {}, actor)).items.filter((one) => one.title === title);

describe('an import of records', () => {
  it('says what would become of each line, and enters nothing before it is told to', async () => {
    await enterRecord(affairs, member, { title: '高级焊工' });
    const lines = linesOf('高级焊工', member, colleague, neighbour);
    const report = await preview(lines, officer);
    expect(outcomes(report)).toEqual(['existing', 'entered', 'refused']);
    expect(report.lines[2]?.problems).toEqual([{ code: 'RECORD_IMPORT_NOT_MEMBER', pointer: null }]);
    expect(await ofPerson(colleague, '高级焊工')).toEqual([]);
  });

  it('enters the good lines, each to be verified by another officer, and nothing when it comes again', async () => {
    const lines = linesOf('二级建造师', member, colleague, neighbour);
    expect(outcomes(await enter(lines, officer))).toEqual(['entered', 'entered', 'refused']);
    const [made] = await ofPerson(colleague, '二级建造师');
    expect(made).toMatchObject({ state: 'entered', selfDeclared: false });
    const recordId = made?.id ?? '';
    expect(await affairs.ask(recordContract.get, { recordId }, second)).toMatchObject({
      number: '14201202410001',
      enteredAtName: '江城重工工会',
      acts: [{ act: 'verify' }, { act: 'refuse' }],
    });
    expect(await affairs.ask(recordContract.get, { recordId }, officer)).toMatchObject({
      acts: [{ act: 'change' }],
    });
    await untilAwaits(affairs, 'affairs', recordId, ['recordToVerify']);
    expect(outcomes(await enter(lines, officer))).toEqual(['existing', 'existing', 'refused']);
    expect(await ofPerson(colleague, '二级建造师')).toHaveLength(1);
    expect(await ofPerson(neighbour, '二级建造师')).toEqual([]);
  });

  it('enters one of each when two officers import the same at the same time', async () => {
    const lines = linesOf('电工证', member, colleague);
    const reports = await Promise.all([enter(lines, officer), enter([...lines].reverse(), second)]);
    expect(reports.flatMap(outcomes).sort()).toEqual(['entered', 'entered', 'existing', 'existing']);
    for (const one of [member, colleague]) expect(await ofPerson(one, '电工证')).toHaveLength(1);
  });

  it('is for officers, about members of their own unions', async () => {
    const lines = linesOf('叉车证', member);
    for (const send of [preview, enter]) {
      expect(outcomes(await send(lines, stranger))).toEqual(['refused']);
      await expect(send(lines, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(send(lines, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    }
    expect(await ofPerson(member, '叉车证')).toEqual([]);
  });

  it('takes so many lines of one person as there is room for, and a full request at once', async () => {
    const person = await plantPerson(affairs, tree.left);
    const many = Array.from({ length: recordImportLinesMax }, (_, index) => ({
      line: index + 2,
      personId: person.personId,
      ...recordOf({ title: `证书 ${index}`, validUntil: '2090-01-01' }),
    }));
    const { lines } = await enter(many, officer);
    expect(lines.filter(({ outcome }) => outcome === 'entered')).toHaveLength(200);
    expect(lines.at(-1)?.problems).toEqual([{ code: 'RECORDS_TOO_MANY', pointer: null }]);
  });
});
