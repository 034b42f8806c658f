import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { signUpFormContract } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { adoptionRequestContract } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { brandContract, brandEvents } from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { noticesTo } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';
import { adopt, draftBrand, heldActivity, publishedBrand } from './brand.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let founder: KnownUnion;
let other: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  founder = await stage.union();
  other = await stage.union();
});

afterAll(() => sharing.stop());

const get = (brandId: string, person: Actor, templateVersion?: number) =>
  sharing.ask(brandContract.get, { brandId, ...(templateVersion ? { templateVersion } : {}) }, person);

const listed = async (request: object, person: Actor): Promise<string[]> => {
  const { items } = await sharing.ask(brandContract.list, { limit: 200, ...request }, person);
  return items.map(({ id }) => id);
};

/** What somebody was told of a brand, oldest first. */
async function noticesOfBrand(person: Pick<Actor, 'personId'>, brandId: string): Promise<NoticeRaised[]> {
  return (await noticesTo(sharing, person)).filter(({ about }) => about['brandId'] === brandId);
}

describe('a brand', () => {
  it('is made of a closed activity by its officer, once, and the activity is its first edition', async () => {
    const open = await stage.activity(founder);
    const request = { activityId: open, name: '健步走', story: '每年春天。' };
    await expect(sharing.ask(brandContract.create, request, founder.officer)).rejects.toMatchObject({
      code: 'BRAND_ACTIVITY_NOT_CLOSED',
      errors: [{ pointer: '/activityId' }],
    });
    const activityId = await heldActivity(stage, founder);
    await expect(
      sharing.ask(brandContract.create, { ...request, activityId }, other.officer),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const brand = await draftBrand(stage, founder, { activityId });
    expect(brand).toMatchObject({
      state: 'draft',
      adoption: 'open',
      editions: 1,
      firstActivityId: activityId,
      founder: { kind: 'union', id: founder.id },
      template: {
        version: 1,
        title: '健步走',
        durationMinutes: 120,
        tasks: [],
        costRule: null,
        pools: [{ name: '公共名额', audience: 'everybody', sex: null, sizeClasses: [], capacity: 10 }],
      },
    });
    const activity = await sharing.ask(activityContract.get, { activityId }, other.officer);
    expect(activity.brand).toEqual({
      id: brand.id,
      name: brand.name,
      founder: brand.founder.name,
      edition: 1,
    });
    await expect(draftBrand(stage, founder, { activityId })).rejects.toMatchObject({
      code: 'BRAND_HAS_ACTIVITY',
    });
  });

  it('is for its keepers until it is published, and from then on for everybody, also when it is retired', async () => {
    const { id: brandId } = await draftBrand(stage, founder);
    const [member] = (await stage.members(other, 1)) as [Actor];
    await expect(get(brandId, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listed({}, other.officer)).not.toContain(brandId);
    expect(await listed({ mine: true }, founder.officer)).toContain(brandId);
    expect(await listed({ mine: true }, other.officer)).not.toContain(brandId);
    await expect(sharing.ask(brandContract.publish, { brandId }, other.officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await sharing.ask(brandContract.publish, { brandId }, founder.officer);
    expect(await listed({}, member)).toContain(brandId);
    await sharing.ask(brandContract.retire, { brandId }, founder.officer);
    expect(await listed({}, member)).not.toContain(brandId);
    expect(await get(brandId, member)).toMatchObject({ state: 'retired' });
    const received = (await sharing.recorded(brandEvents.brandChanged)).filter(({ id }) => id === brandId);
    expect(received.map(({ version, state }) => [version, state])).toEqual([
      [1, 'draft'],
      [2, 'published'],
      [3, 'retired'],
    ]);
  });

  it('is found by Chinese words of its name and story, and sorted by its editions', async () => {
    const popular = await publishedBrand(stage, founder, { name: '非遗剪纸夜校', story: '师傅带徒弟。' });
    const fresh = await publishedBrand(stage, founder, { name: '剪纸夜校二号', story: '非遗传人授课' });
    await adopt(stage, popular.id, other);
    expect(await listed({ q: '夜校 非遗' }, other.officer)).toEqual([fresh.id, popular.id]);
    expect(await listed({ q: '剪纸', sort: 'editions' }, other.officer)).toEqual([popular.id, fresh.id]);
    expect(await listed({ q: '剪纸夜校二' }, other.officer)).toEqual([fresh.id]);
    expect(await listed({ q: '剪纸', kind: 'tour' }, other.officer)).toEqual([]);
    const first = { q: '剪纸', sort: 'editions', limit: 1 } as const;
    const { items, nextCursor } = await sharing.ask(brandContract.list, first, other.officer);
    const rest = { ...first, cursor: nextCursor ?? '' };
    const next = await sharing.ask(brandContract.list, rest, other.officer);
    expect([...items, ...next.items].map(({ id }) => id)).toEqual([popular.id, fresh.id]);
  });

  it('has versions of its template; whoever edits names the version that was seen', async () => {
    const brand = await publishedBrand(stage, founder);
    const request = { brandId: brand.id, tasks: ['安排大巴', '准备安全帽'], title: '工厂开放日' };
    const edit = (changes: object, ifMatch: number) =>
      sharing.ask(brandContract.edit, { brandId: brand.id, ...changes }, founder.officer, { ifMatch });
    await expect(edit(request, brand.version - 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const edited = await edit(request, brand.version);
    expect(edited.template).toMatchObject({ version: 2, title: '工厂开放日', tasks: request.tasks });
    const renamed = await edit({ name: '工厂开放日' }, edited.version);
    expect([renamed.template.version, renamed.name]).toEqual([2, '工厂开放日']);
    expect((await get(brand.id, other.officer, 1)).template.title).toBe('健步走');
    await expect(get(brand.id, other.officer, 9)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = await heldActivity(stage, founder);
    await expect(edit({ fromActivityId: stranger }, renamed.version)).rejects.toMatchObject({
      code: 'BRAND_OF_OTHER_ACTIVITY',
      errors: [{ pointer: '/fromActivityId' }],
    });
  });
});

describe('the adoption of a brand', () => {
  it('drafts an edition with pools and form, credit to the founder, who is told', async () => {
    const activityId = await stage.activity(founder, { eligibility: null });
    await stage.pool(activityId, founder, 6);
    await stage.pool(activityId, founder, 4, founder);
    await stage.pool(activityId, founder, 5, other);
    const question = {
      id: 'shirt',
      kind: 'shortText',
      title: '文化衫尺码',
      required: false,
      perHead: false,
    } as const;
    await sharing.ask(
      signUpFormContract.save,
      { activityId, questions: [{ ...question, visibleTo: 'organiser' }], keepDays: 30 },
      founder.officer,
      { ifMatch: 0 },
    );
    await sharing.dataSource.query(`UPDATE activity SET state = 'closed', closed_at = now() WHERE id = $1`, [
      activityId,
    ]);
    const brand = await publishedBrand(stage, founder, { activityId });
    const officer = await knownRole(sharing, 'officer', founder.id);
    const { activity, moved, invite } = await adopt(stage, brand.id, other);
    expect(activity).toMatchObject({
      state: 'draft',
      title: '健步走',
      venue: '二号车间',
      unionId: other.id,
      coHosts: [],
      formVersion: 1,
      brand: { id: brand.id, name: brand.name, founder: brand.founder.name, edition: 2 },
      startsAt: '2099-11-21T01:00:00.000Z',
      endsAt: '2099-11-21T03:00:00.000Z',
    });
    expect([moved, invite]).toEqual([[], []]);
    const pools = await sharing.ask(poolContract.list, { activityId: activity.id }, other.officer);
    // 6 + 5 for everybody, as the other union was a guest of the first; 4 for the members of the organiser
    expect(pools.items.map(({ unionId, seats }) => [unionId, seats.capacity])).toEqual([
      [null, 11],
      [other.id, 4],
    ]);
    expect(await noticesOfBrand({ ...founder.officer, personId: officer } as Actor, brand.id)).toMatchObject([
      { kind: 'brandAdopted', why: 'founder', title: brand.name },
    ]);
  });

  it('goes on where an edition is copied, as long as its union may run one', async () => {
    const brand = await publishedBrand(stage, founder);
    const { activity: second } = await adopt(stage, brand.id, other);
    const copy = (activityId: string) => sharing.ask(draftContract.copy, { activityId }, other.officer);
    expect((await copy(second.id)).activity.brand).toMatchObject({ id: brand.id, edition: 3 });
    expect((await get(brand.id, other.officer)).editions).toBe(3);
    const { version } = await get(brand.id, founder.officer);
    await sharing.ask(brandContract.retire, { brandId: brand.id }, founder.officer, { ifMatch: version });
    expect((await copy(second.id)).activity.brand).toBeNull();
  });

  it('is refused for a union for which the caller does not act, and numbers editions one by one', async () => {
    const brand = await publishedBrand(stage, founder);
    const third = await stage.union();
    await expect(
      adopt(stage, brand.id, third, { organiser: { kind: 'union', id: other.id } }),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const made = await Promise.all([other, third, founder].map((union) => adopt(stage, brand.id, union)));
    expect(made.map(({ activity }) => activity.brand?.edition).sort()).toEqual([2, 3, 4]);
    expect(await get(brand.id, third.officer)).toMatchObject({ editions: 4 });
    // Drafts of others are not shown.
    const page = await sharing.ask(brandContract.editions, { brandId: brand.id }, third.officer);
    expect(page.items.map(({ unionId }) => unionId)).toEqual([third.id, founder.id]);
    expect(page.items.at(-1)).toMatchObject({ edition: 1, templateVersion: 1, state: 'closed', heads: 2 });
  });

  it('waits for the founder where it is on request; who is refused reads why, and may ask again', async () => {
    const { id: brandId } = await publishedBrand(stage, founder, { adoption: 'onRequest' });
    await expect(adopt(stage, brandId, other)).rejects.toMatchObject({ code: 'BRAND_APPROVAL_REQUIRED' });
    const ask = () =>
      sharing.ask(
        adoptionRequestContract.ask,
        { brandId, unionId: other.id, note: '暑期想办' },
        other.officer,
      );
    const first = await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'ADOPTION_ASKED_ALREADY' });
    const [awaited] = await untilAwaits(sharing, 'sharing', first.id, ['adoptionAsked']);
    expect(awaited).toMatchObject({
      why: 'founder',
      about: { brandId },
      offices: { roles: ['officer', 'organiser'], unionIds: [founder.id], isNearest: true },
      values: { partyName: expect.stringContaining('工会') },
    });
    const refuse = { brandId, requestId: first.id, reason: '请先来看一次' };
    await expect(sharing.ask(adoptionRequestContract.refuse, refuse, other.officer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await sharing.ask(adoptionRequestContract.refuse, refuse, founder.officer);
    await untilAwaits(sharing, 'sharing', first.id, []);
    await expect(adopt(stage, brandId, other)).rejects.toMatchObject({ code: 'BRAND_APPROVAL_REQUIRED' });
    const second = await ask();
    await untilAwaits(sharing, 'sharing', second.id, ['adoptionAsked']);
    await sharing.ask(adoptionRequestContract.approve, { brandId, requestId: second.id }, founder.officer);
    await untilAwaits(sharing, 'sharing', second.id, []);
    await expect(
      sharing.ask(adoptionRequestContract.refuse, { ...refuse, requestId: second.id }, founder.officer),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect((await adopt(stage, brandId, other)).activity.brand?.edition).toBe(2);
    const received = await noticesOfBrand(other.officer, brandId);
    expect(received.map(({ kind, values }) => [kind, values['reason']])).toEqual([
      ['adoptionRefused', '请先来看一次'],
      ['adoptionApproved', undefined],
    ]);
    const third = await stage.union();
    const seen = await sharing.ask(adoptionRequestContract.list, { brandId }, third.officer);
    const all = await sharing.ask(adoptionRequestContract.list, { brandId }, founder.officer);
    expect([seen.items.length, all.items.length]).toEqual([0, 2]);
  });
});

describe('the statistics of a brand', () => {
  it('count what was closed, year by year, and each union once', async () => {
    const coHost = { kind: 'union', id: other.id, name: '合办工会', unionId: other.id } as const;
    const activityId = await heldActivity(stage, founder, { seated: 4, came: 3, coHosts: [coHost] });
    const { id: brandId } = await publishedBrand(stage, founder, { activityId });
    await adopt(stage, brandId, other);
    const year = (await sharing.ask(activityContract.get, { activityId }, other.officer)).startsAt.slice(
      0,
      4,
    );
    const { years, unions } = await sharing.ask(brandContract.statistics, { brandId }, other.officer);
    // 3 of the 4 with a seat attended; the draft edition does not count
    expect(years).toEqual([{ year: Number(year), editions: 1, heads: 3, unions: 2, attendanceRate: 0.75 }]);
    expect(unions).toBe(2);
  });
});
