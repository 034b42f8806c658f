import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  posterContract,
  type RenderPosterRequest,
} from '@gongxiang/contracts/sharing/papers/poster.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { readPaper, type ServiceFixture } from '@gongxiang/testing';
import { printed } from '../letter-template/letter-template.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

const origin = 'https://union.example';
let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let member: Actor;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  [member] = (await stage.members(host, 1)) as [Actor];
});

afterAll(() => sharing.stop());

const render = (activityId: string, person: Actor | null, more: Partial<RenderPosterRequest> = {}) =>
  sharing.ask(posterContract.render, { activityId, origin, ...more }, person);

async function said(activityId: string, more: Partial<RenderPosterRequest> = {}): Promise<string[][]> {
  const { key } = await render(activityId, member, more);
  return readPaper(await printed(sharing, key, member)).pages.map((page) => [...page]);
}

describe('a poster', () => {
  it('says what, where, by whom and for whom, on one sheet, and where to sign up', async () => {
    const coHosts = [{ kind: 'union', id: newId(), name: '绿源食品工会', unionId: host.id }] as const;
    const eligibility = {
      unionIds: [host.id],
      sizeClasses: [],
      ageFrom: 18,
      ageTo: null,
      sex: null,
      noShow: null,
    };
    const activityId = await stage.activity(host, { venue: '一号车间', coHosts, eligibility });
    const pages = await said(activityId);
    expect(pages).toHaveLength(1);
    const text = pages.flat().join('');
    const words = [
      '健步走',
      '一号车间',
      '绿源食品工会',
      `工会 ${host.path}的会员；18 周岁及以上`,
      '扫码查看详情并报名',
    ];
    for (const word of [...words, `${origin}/public/activities/${activityId}`]) expect(text).toContain(word);
    expect((await said(activityId, { lang: 'en', size: 'a3' })).flat().join('')).toContain('Where');
  });

  it('stays on one sheet however long title and hosts are', async () => {
    const names = Array.from({ length: 40 }, (_one, index) => `第${index}个名称相当长的企业工会联合会`);
    const coHosts = names.map((name) => ({ kind: 'union' as const, id: newId(), name, unionId: host.id }));
    const activityId = await stage.activity(host, { title: '很长的标题'.repeat(40), coHosts });
    const pages = await said(activityId);
    expect(pages).toHaveLength(1);
    expect(pages.flat().join('')).toContain(names.at(-1));
  });

  it('names no person, as it hangs where everybody passes', async () => {
    const activityId = await stage.activity(host, {
      organiserKind: 'person',
      organiserId: newId(),
      organiserName: '张*',
      coHosts: [{ kind: 'person', id: newId(), name: '李*', unionId: host.id }],
    });
    expect((await said(activityId)).flat().join('')).not.toMatch(/张\*|李\*/);
  });

  it('is for whoever sees the activity', async () => {
    const published = await stage.activity(host);
    const draft = await stage.activity(host, { state: 'draft', publishedAt: null });
    expect(await render(draft, host.officer)).toMatchObject({ fileName: '健步走 海报.pdf' });
    await expect(render(draft, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(render(newId(), member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(render(published, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});
