import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coverageContract, type CoverageView } from '@gongxiang/contracts/affairs/matters/coverage.contract';
import type { CoverageKind } from '@gongxiang/contracts/affairs/matters/coverage-kind';
import { matterContract } from '@gongxiang/contracts/affairs/matters/matter.contract';
import { serviceItemContract } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  readMatter,
  sendMatter,
  type Tree,
} from '../matters.fixture.js';
import { definitionOf } from '../service-item/service-item.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let above: Actor;
let stranger: Actor;
let serviceId: string;
const year = () => affairs.clock.now().getUTCFullYear();

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  above = await plantPerson(affairs, tree.root, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  const coverage = { kind: 'women' as const, outcomes: ['issued'] };
  serviceId = (await plantService(affairs, tree.root.id, above, { coverage })).id;
});
afterAll(() => affairs.stop());

/** A matter of a member is decided by the officer of their union. */
async function decide(member: Actor, outcome: 'issued' | 'refused'): Promise<void> {
  const { id: matterId } = await sendMatter(affairs, serviceId, member);
  const { version } = await affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: 1 });
  await affairs.ask(matterContract.decide, { matterId, outcome, reasons: '已核对。' }, officer, {
    ifMatch: version,
  });
  expect((await readMatter(affairs, matterId, member)).state).toBe('decided');
}

const cover = (unionId: string, actor: Actor, ofYear = year()): Promise<CoverageView> =>
  affairs.ask(coverageContract.get, { unionId, year: ofYear }, actor);
const state = (count: number | null, actor: Actor, kind: CoverageKind = 'women'): Promise<CoverageView> =>
  affairs.ask(coverageContract.state, { unionId: tree.left.id, kind, year: year(), count }, actor);
const lineOf = ({ lines }: CoverageView, kind: CoverageKind = 'women') =>
  lines.find((line) => line.kind === kind);

describe('the cover of a year', () => {
  it('counts each person once whose matter was decided as the service says, from five on', async () => {
    const members = [];
    for (let number = 0; number < 5; number += 1) members.push(await plantPerson(affairs, tree.left));
    for (const member of members.slice(0, 4)) await decide(member, 'issued');
    await decide(members[0] as Actor, 'issued');
    await decide(members[4] as Actor, 'refused');
    expect(lineOf(await cover(tree.left.id, officer))?.reached).toBe(0);
    await decide(members[4] as Actor, 'issued');
    expect(lineOf(await cover(tree.left.id, officer))).toMatchObject({
      reached: 5,
      audience: null,
      source: null,
    });
    const fromAbove = await cover(tree.root.id, above);
    expect(lineOf(fromAbove)?.reached).toBe(5);
    expect(lineOf(fromAbove)?.months.at(-1)?.reached).toBe(5);
    const branch = fromAbove.unions.find(({ unionId }) => unionId === tree.left.id);
    expect(branch?.figures.find(({ kind }) => kind === 'women')?.reached).toBe(5);
    expect(lineOf(await cover(tree.right.id, stranger))?.reached).toBe(0);
    expect(lineOf(await cover(tree.left.id, officer, year() - 1))?.reached).toBe(0);
  });

  it('is of as many as the union states, or else of its members', async () => {
    const counted = lineOf(await cover(tree.left.id, officer), 'everybody');
    expect(counted).toMatchObject({ source: 'counted' });
    expect(counted?.audience).toBeGreaterThan(0);
    const stated = await state(20, officer);
    expect(lineOf(stated)).toMatchObject({ audience: 20, source: 'stated', shareThousandths: 250 });
    await state(300, officer, 'everybody');
    expect(lineOf(await cover(tree.left.id, officer), 'everybody')).toMatchObject({
      audience: 300,
      source: 'stated',
    });
    const taken = await state(null, officer, 'everybody');
    expect(lineOf(taken, 'everybody')).toMatchObject({ audience: counted?.audience, source: 'counted' });
    expect(stated.mayState).toBe(true);
    expect((await cover(tree.left.id, above)).mayState).toBe(false);
  });

  it('is stated by officers of the very union, and seen by those above', async () => {
    const member = await plantPerson(affairs, tree.left);
    await expect(state(1, above)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const actor of [member, stranger]) {
      await expect(state(1, actor)).rejects.toMatchObject({ code: expect.stringMatching(/^NOT_/) });
      await expect(cover(tree.left.id, actor)).rejects.toMatchObject({
        code: expect.stringMatching(/^NOT_/),
      });
    }
  });

  it('counts outcomes that there are', async () => {
    const definition = definitionOf({ coverage: { kind: 'women', outcomes: ['issued', 'lost'] } });
    await expect(
      affairs.ask(serviceItemContract.create, { ...definition, unionId: tree.left.id }, officer),
    ).rejects.toMatchObject({
      errors: [{ pointer: '/coverage/outcomes/1', code: 'SERVICE_OUTCOME_UNKNOWN' }],
    });
  });
});
