import type { ActivityView, PoolView, UnionView } from '@gongxiang/contracts';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, ask } from './ask.js';
import { inDays, makeNetwork, makePerson, type Network, type Person } from './fixtures.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** What a name can do to a page that is not careful. */
const hostileName = `甲厂</title><script>alert("1")</script>&$&工会`;

let platform: TestPlatform;
let network: Network;
let officer: Person;
let union: UnionView;
let activity: ActivityView;

beforeAll(async () => {
  platform = await startTestPlatform({ settlement: 0, evaluation: 0 });
  network = await makeNetwork(platform);
  const body = { parentId: network.near.id, name: hostileName };
  union = await network.operator.client.post<UnionView>('/unions', body);
  officer = await makePerson(platform, network, network.near, ['officer']);
  activity = await publish(union.id, '亲子工厂一日游');
});

afterAll(() => platform?.stop());

async function publish(unionId: string, title: string): Promise<ActivityView> {
  const { client } = officer;
  const draft = await client.post<ActivityView>('/activities', {
    organiser: { kind: 'union', id: unionId },
    ...{ title, kind: 'tour', function: 'facility', business: 'culture', venue: '一号车间' },
    ...{ startsAt: inDays(3), endsAt: inDays(4) },
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 12 });
  return client.post<ActivityView>(`/activities/${draft.id}/publish`);
}

const nobodyAsks = (path: string): Promise<Answer> => ask(platform.gatewayUrl, 'GET', path);

async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${platform.gatewayUrl}${path}`, { headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  return response.text();
}

function contentOf(html: string, property: string): string | undefined {
  return new RegExp(`<meta property="${property}" content="([^"]*)" />`).exec(html)?.[1];
}

describe('the public interface', () => {
  it('shows a union and what it offers to whoever is not signed in, and lets it be kept for some seconds', async () => {
    const seen = await nobodyAsks(`/public/unions/${union.id}`);
    expect(seen.headers.get('cache-control')).toBe('public, max-age=10');
    expect(JSON.parse(seen.text)).toEqual({
      ...{ id: union.id, name: hostileName, level: 4, parentId: network.near.id },
      ...{ parentName: network.near.name, enterpriseName: null, unionsBelow: 0, members: null },
    });
    const listed = await nobodyAsks(`/public/unions/${network.root.id}/activities`);
    expect(listed.body.items).toMatchObject([{ id: activity.id, title: activity.title, seatsFree: 12 }]);
    const alone = await nobodyAsks(`/public/activities/${activity.id}`);
    expect(JSON.parse(alone.text)).toEqual(listed.body.items?.[0]);
  });

  it('shows nothing else: neither a union that is not there nor the list of unions', async () => {
    const missing = await nobodyAsks('/public/unions/019a0000-0000-7000-8000-000000000001');
    expect([missing.status, missing.body.code]).toEqual([404, 'NOT_FOUND']);
    expect((await nobodyAsks(`/unions/${union.id}`)).status).toBe(401);
    expect((await nobodyAsks(`/activities/${activity.id}`)).status).toBe(401);
  });
});

describe('the head of a page', () => {
  it('of a union has its card, and no markup out of its name', async () => {
    const html = await eventually(async () => {
      const served = await page(`/public/unions/${union.id}`);
      expect(served).toContain('余12个名额');
      return served;
    });
    const name = '甲厂&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;$&amp;工会';
    expect(html).toContain(`<title>${name} · 工享</title>`);
    expect(contentOf(html, 'og:title')).toBe(`${name} · 工享`);
    expect(contentOf(html, 'og:description')).toContain(activity.title);
    expect(contentOf(html, 'og:url')).toBe(`${platform.gatewayUrl}/public/unions/${union.id}`);
    expect(html).not.toContain('<script>');
    expect(html.match(/name="description"/g)).toHaveLength(1);
    const picture = await fetch(contentOf(html, 'og:image') ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it.each(['public/activities', 'activities'])('of an activity at /%s has its card', async (folder) => {
    const html = await page(`/${folder}/${activity.id}?from=chat`);
    expect(contentOf(html, 'og:title')).toBe(`${activity.title} · 工享`);
    expect(contentOf(html, 'og:description')).toContain('一号车间');
    expect(contentOf(html, 'og:url')).toBe(`${platform.gatewayUrl}/${folder}/${activity.id}`);
  });

  it.each([
    '/',
    '/index.html',
    '/public/unions/019a0000-0000-7000-8000-000000000001',
    '/public/unions/abc',
    `/public/unions/%22%3E%3Cscript%3E`,
  ])('of any other page, or of what is not there, has the common card: %s', async (path) => {
    const html = await page(path);
    expect(contentOf(html, 'og:title')).toBe('工享 · 企业工会共享平台');
    expect(contentOf(html, 'og:image')).toBe(`${platform.gatewayUrl}/share.png`);
    expect(html).not.toContain('"><script>');
    expect(html).toContain('<div id="root">');
  });

  it.each(['/assets/none.js', '/api/none'])(
    'is no answer where a file or a route is not there: %s',
    async (path) => {
      const response = await fetch(`${platform.gatewayUrl}${path}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    },
  );

  it('speaks English to whoever asks for it, and repeats no host that is none', async () => {
    const english = await page('/', { 'Accept-Language': 'en-GB' });
    expect(contentOf(english, 'og:title')).toContain('Gongxiang');
    expect(await page('/', { 'X-Forwarded-Host': 'evil.example' })).not.toContain('evil.example');
  });

  it('is there while the services are away: a page does not depend on its card', async () => {
    await platform.kill('membership');
    const html = await page(`/public/unions/${network.far.id}`);
    expect(contentOf(html, 'og:title')).toBe('工享 · 企业工会共享平台');
  });
});
