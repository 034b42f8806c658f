import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, ask } from './ask.js';
import { makeNetwork, makePerson, type Network, type Person, publishActivity } from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

/** What a name can do to a page that is not careful. */
const hostileName = `甲厂</title><script>alert("1")</script>&$&工会`;

let platform: TestPlatform;
let network: Network;
let officer: Person;
let union: UnionView;
let activity: ActivityView;

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  const body = { parentId: network.near.id, name: hostileName };
  union = await network.operator.client.post<UnionView>('/unions', body);
  officer = await makePerson(platform, network, network.near, ['officer']);
  activity = await publish(union.id, '亲子工厂一日游');
});

afterAll(() => platform?.stop());

function publish(unionId: string, title: string): Promise<ActivityView> {
  return publishActivity(officer.client, { id: unionId }, 12, { title, kind: 'tour', venue: '一号车间' });
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
      id: union.id,
      name: hostileName,
      level: 4,
      parentId: network.near.id,
      parentName: network.near.name,
      enterpriseName: null,
      unionsBelow: 0,
      members: null,
    });
    const listed = await nobodyAsks(`/public/unions/${network.districts[0].id}/activities`);
    expect(listed.body.items).toMatchObject([{ id: activity.id, title: activity.title, seatsFree: 12 }]);
    const alone = await nobodyAsks(`/public/activities/${activity.id}`);
    expect(JSON.parse(alone.text)).toEqual({
      ...(listed.body.items?.[0] as object),
      descriptionHtml: '<p>拔河、跳绳、投篮。</p>',
      hasConditions: false,
    });
  });

  it('shows the network and what it has shared, in sums', async () => {
    const seen = await nobodyAsks('/public/network');
    expect(JSON.parse(seen.text)).toMatchObject({ unionId: network.root.id, name: network.root.name });
    expect(seen.headers.get('cache-control')).toBe('public, max-age=60');
    const shared = await nobodyAsks('/public/sharing-figures');
    expect(Object.keys(JSON.parse(shared.text) as object).sort()).toEqual([
      'activities',
      'attendances',
      'hours',
      'loans',
      'since',
    ]);
  });

  it('shows nothing else: neither a union that is not there nor the list of unions', async () => {
    const missing = await nobodyAsks('/public/unions/019a0000-0000-7000-8000-000000000001');
    expect([missing.status, missing.body.code]).toEqual([404, 'NOT_FOUND']);
    expect((await nobodyAsks(`/unions/${union.id}`)).status).toBe(401);
    expect((await nobodyAsks(`/activities/${activity.id}`)).status).toBe(401);
  });
});

describe('a calendar', () => {
  let held: ActivityView;

  beforeAll(async () => {
    held = await publish(network.near.id, '职工健步走');
  });

  const calendarOf = async (person: Person): Promise<{ id: string; address: string }> =>
    person.client.post('/me/calendar-feeds', { name: '手机' });

  it('is read by whoever has its address, and asked for anew only where something is new', async () => {
    const member = await makePerson(platform, network, network.near);
    const { address } = await calendarOf(member);
    const own = await member.client.post<RegistrationView>(`/activities/${held.id}/registrations`);
    const seen = await nobodyAsks(address);
    const headers = ['content-type', 'cache-control', 'x-robots-tag', 'content-disposition'];
    expect([seen.status, ...headers.map((name) => seen.headers.get(name))]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=300',
      'noindex',
      'attachment; filename="gongxiang.ics"',
    ]);
    const lines = seen.text.replaceAll('\r\n ', '').split('\r\n');
    expect([lines[0], ...lines.slice(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${own.id}@gongxiang`,
        `SUMMARY:${held.title}`,
        'LOCATION:一号车间',
        'STATUS:CONFIRMED',
        `URL:${platform.gatewayUrl}/activities/${held.id}`,
      ]),
    );
    const tag = seen.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    const askAgain = (): Promise<Answer> =>
      ask(platform.gatewayUrl, 'GET', address, { headers: { 'If-None-Match': `W/${tag}` } });
    const same = await askAgain();
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', tag]);
    await member.client.post(`/registrations/${own.id}/cancel`);
    const changed = await askAgain();
    expect([changed.status, changed.text]).toEqual([200, expect.stringContaining('STATUS:CANCELLED')]);
    const head = await fetch(`${platform.gatewayUrl}${address}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('E118: shows its person alone, and nothing any more once it is revoked', async () => {
    const [one, other] = [
      await makePerson(platform, network, network.near),
      await makePerson(platform, network, network.near),
    ];
    const feeds = [await calendarOf(one), await calendarOf(other)] as const;
    const path = `/activities/${held.id}/registrations`;
    const theirs = await other.client.post<RegistrationView>(path);
    const [ofOne, ofOther] = await Promise.all(feeds.map(({ address }) => nobodyAsks(address)));
    expect(ofOther?.text).toContain(`UID:${theirs.id}@`);
    expect([ofOne?.status, ofOne?.text.includes(theirs.id)]).toEqual([200, false]);
    await ask(platform.gatewayUrl, 'DELETE', `/me/calendar-feeds/${feeds[0].id}`, { token: one.token });
    const [revoked, kept] = await Promise.all(feeds.map(({ address }) => nobodyAsks(address)));
    expect([revoked?.status, revoked?.body.code, kept?.status]).toEqual([404, 'NOT_FOUND', 200]);
  });

  it('is not there for a token that is none, in the same words', async () => {
    const { address } = await calendarOf(await makePerson(platform, network, network.near));
    const strange = [
      `/calendars/${'A'.repeat(43)}.ics`,
      '/calendars/none.ics',
      '/calendars/',
      '/calendars/%zz.ics',
      address.slice(0, -'.ics'.length),
      `${address}/more`,
      address.replace('.ics', 'A.ics'),
      `/calendars/${'a'.repeat(3_000)}.ics`,
    ];
    const answers = await Promise.all(strange.map(nobodyAsks));
    const wordsOf = ({ status, headers, body }: Answer): unknown => ({
      status,
      type: headers.get('content-type'),
      tag: headers.get('etag'),
      ...body,
      traceId: undefined,
    });
    expect(new Set(answers.map((answer) => JSON.stringify(wordsOf(answer)))).size).toBe(1);
    expect([answers[0]?.status, answers[0]?.body.code]).toEqual([404, 'NOT_FOUND']);
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

  it.each(['/assets/none.js', '/assets/', '/assets/..%2findex.html', '/api/none'])(
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
