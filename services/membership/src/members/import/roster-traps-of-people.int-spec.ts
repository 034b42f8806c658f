import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  memberImportContract,
  type MemberImportView,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import type { Actor } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { plantPerson, plantUnions, residentNumber, startMembership } from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
const header = '姓名,证件号码,手机号,工会,入会日期';

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
});

afterAll(() => membership.stop());

async function officerOf({ id, path }: UnionRow): Promise<Actor> {
  return actorWith({ personId: await plantPerson(membership), roles: [['officer', id, path]] });
}

async function load(officer: Actor, unionId: string, lines: readonly string[]): Promise<MemberImportView> {
  const content = Buffer.from([header, ...lines].join('\n'));
  const options = { bytesMax: 1_000_000, types: ['text/csv'], ownerId: officer.personId };
  const { key } = await membership.app.get(FileStore).put(Readable.from([content]), options);
  const request = { unionId, fileKey: key, dryRun: false };
  const { id } = await membership.ask(memberImportContract.create, request, officer);
  return eventually(async () => {
    const view = await membership.ask(memberImportContract.get, { importId: id }, officer);
    if (view.finishedAt === null) throw new Error(view.state);
    return view;
  }, 60_000);
}

const withX =
  [...Array(40).keys()].map((n) => residentNumber(800 + n)).find((one) => one.endsWith('X')) ?? '';
const mistyped = (number: string): string => number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** What is on record before: six of the own union, and one of another. */
const before = [
  `买买提·江,${residentNumber(701)},13800000701,青山区总工会,2020-01-05`,
  `李四,${residentNumber(702)},13800000702,青山区总工会,2020-01-05`,
  `王五,${residentNumber(703)},13800000703,青山区总工会,2020-01-05`,
  `赵六,${residentNumber(704)},13800000704,青山区总工会,2020-01-05`,
  `钱七,${residentNumber(705)},13800000705,青山区总工会,2020-01-05`,
  `孙八,${residentNumber(706)},13800000706,青山区总工会,2020-01-05`,
  `周九,${residentNumber(707)},13800000707,江岸区总工会,2020-01-05`,
];

/** A line, and what is said of it: state, code, warnings. */
const traps: readonly [string, string, string][] = [
  ['a name with another dot', `买买提•江,${residentNumber(701)},,,`, 'unchanged'],
  ['a padded name', `李　四,${wide(residentNumber(702))},,,`, 'unchanged'],
  ['another phone', `王五,${residentNumber(703)},13800000793,,`, 'updated'],
  ['another joining date', `赵六,${residentNumber(704)},,,2019-01-05`, 'updated'],
  ['another name', `钱多多,${residentNumber(705)},,,`, 'rejected MEMBER_NAME_DIFFERS'],
  ['a member of another union', `周九,${residentNumber(707)},,,`, 'rejected MEMBER_ELSEWHERE_OR_DIFFERS'],
  ['the phone of a member', `新来甲,${residentNumber(708)},13800000706,,`, 'ambiguous MAYBE_KNOWN'],
  [
    'a number that is one character from a member’s',
    `孙八,${mistyped(residentNumber(706))},,,`,
    'ambiguous RESIDENT_NUMBER_CHECK_CHARACTER',
  ],
  [
    'a number whose check fails, of nobody',
    `新来乙,${mistyped(residentNumber(790))},,,`,
    'rejected RESIDENT_NUMBER_CHECK_CHARACTER',
  ],
  ['a union outside', `新来丙,${residentNumber(709)},,江岸区总工会,`, 'rejected UNION_UNKNOWN'],
  ['somebody for the first time', `新来丁,${withX},,,`, 'created'],
  ['the same again', `新来丁,${withX},,,`, 'rejected DUPLICATE_IN_FILE'],
  ['the same with a small x', `新来丁,${withX.toLowerCase()},,,`, 'rejected DUPLICATE_IN_FILE'],
  ['the same under another name', `新来戊,${wide(withX)},,青山区总工会,`, 'rejected DUPLICATE_IN_FILE'],
  ['a phone of two, the first', `新来己,${residentNumber(710)},13800000710,,`, 'created PHONE_SHARED'],
  ['a phone of two, the second', `新来庚,${residentNumber(711)},+86 138 0000 0710,,`, 'created PHONE_SHARED'],
];

describe('a trap of a roster that others are needed for', () => {
  it('is named in the report row by row, and a second time nothing is loaded', async () => {
    const root = await officerOf(trees.root);
    await load(root, trees.root.id, before);
    const officer = await officerOf(trees.left);
    const lines = traps.map(([, line]) => line);
    const reportOf = async () => {
      const { id } = await load(officer, trees.left.id, lines);
      const page = await membership.ask(memberImportContract.rows, { importId: id, limit: 200 }, officer);
      return page.items.map(({ row, state, code, warnings }) => [
        traps[row - 2]?.[0],
        [state, code, ...warnings.map((one) => one.code)].filter((one) => one !== null).join(' '),
      ]);
    };
    expect(await reportOf()).toEqual(traps.map(([name, , expected]) => [name, expected]));
    const again = (await reportOf()).map(([, text]) => text?.split(' ')[0]);
    expect(again).not.toContain('created');
    expect(again).not.toContain('updated');
  });
});
