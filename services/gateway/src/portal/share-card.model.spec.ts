import { escapeHtml } from '@gongxiang/domain';
import { describe, expect, it } from '@jest/globals';
import type { PublicActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { activityCard, defaultCards, pageWithCard, sharedPageAt, unionCard } from './share-card.model.js';

const id = '019a9a5e-3c00-7000-8000-000000000001';

const activity: PublicActivityView = {
  id,
  title: '亲子工厂一日游',
  kind: 'parentChild',
  organiserName: '江城重工工会',
  unionId: id,
  venue: '一号车间',
  startsAt: '2026-11-21T01:00:00.000Z',
  endsAt: '2026-11-21T08:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  signUpOpensAt: '2026-11-01T01:00:00.000Z',
  signUpClosesAt: '2026-11-20T01:00:00.000Z',
  seats: 200,
  seatsFree: 12,
  cover: null,
  phase: 'signUpOpen',
};

describe('the page that an address names', () => {
  it.each([
    [`/public/unions/${id}`, { kind: 'union', id }],
    [`/public/unions/${id}/`, { kind: 'union', id }],
    [`/public/activities/${id}`, { kind: 'activity', id }],
    [`/activities/${id}`, { kind: 'activity', id }],
    [`/unions/${id}`, null],
    [`/public/unions/${id}/more`, null],
    ['/public/unions/abc', null],
    ['/', null],
  ])('%s', (path, expected) => {
    expect(sharedPageAt(path)).toEqual(expected);
  });
});

describe('a card', () => {
  it('of a union names its next three activities, by their own time, with the free seats of each', () => {
    const four = ['甲', '乙', '丙', '丁'].map((title) => ({ ...activity, title }));
    // 01:00 UTC is 09:00 in Shanghai.
    expect(unionCard({ name: '青山区总工会', parentName: '江城市总工会' }, four, 'zh-CN')).toEqual({
      title: '青山区总工会 · 工享',
      description: ['甲', '乙', '丙'].map((title) => `11月21日 09:00 ${title}（余12个名额）`).join('；'),
    });
    expect(unionCard({ name: 'Qingshan', parentName: null }, [activity], 'en').description).toMatch(
      /^Nov 21, 09:00 亲子工厂一日游 \(12 free seats\)$/,
    );
  });

  it('of a union where nothing is coming says what it is', () => {
    const { description } = unionCard({ name: '青山区总工会', parentName: '江城市总工会' }, [], 'zh-CN');
    expect(description).toBe('青山区总工会（江城市总工会）的活动与共享资源，欢迎来看看。');
    expect(unionCard({ name: '江城市总工会', parentName: null }, [], 'zh-CN').description).not.toContain(
      'null',
    );
  });

  it('of an activity leaves out what it does not have', () => {
    expect(activityCard(activity, 'zh-CN')).toEqual({
      title: '亲子工厂一日游 · 工享',
      description: '11月21日 09:00，一号车间，江城重工工会，余12个名额',
    });
    const bare = { ...activity, venue: null, organiserName: null };
    expect(activityCard(bare, 'zh-CN').description).toBe('11月21日 09:00，余12个名额');
  });
});

describe('the head of a page', () => {
  const html = [
    '<html><head><title>原来的</title>',
    '<meta\n      name="description"\n      content="原来的"\n    />',
    '<link rel="icon" href="/favicon.svg" /></head><body></body></html>',
  ].join('\n');
  const place = {
    url: `https://gx.example/public/unions/${id}`,
    origin: 'https://gx.example',
    imageUrl: 'https://gx.example/share.png',
    locale: 'zh-CN',
  } as const;

  it('has the card in place of what the build has put there, and keeps the rest', () => {
    const page = pageWithCard(html, defaultCards['zh-CN'], place);
    expect(page).not.toContain('原来的');
    expect(page.match(/<title>/g)).toHaveLength(1);
    expect(page.match(/name="description"/g)).toHaveLength(1);
    expect(page).toContain('<meta property="og:image" content="https://gx.example/share.png" />');
    expect(page).toContain('href="/favicon.svg"');
    expect(page.indexOf('og:title')).toBeLessThan(page.indexOf('</head>'));
  });

  it('has the cover of an activity in place of the common picture', () => {
    const covered = { ...activity, cover: { id, alt: '车间' } };
    const page = pageWithCard(html, activityCard(covered, 'zh-CN'), place);
    const address = `https://gx.example/api/v1/public/activities/${id}/pictures/${id}/800`;
    expect(page).toContain(`<meta property="og:image" content="${address}" />`);
    expect(page.match(/og:image/g)).toHaveLength(1);
  });

  it.each([
    `</title><script>alert(1)</script>`,
    `"><img src=x onerror='alert(1)'>`,
    `$& $1 $\` $' &lt; 甲&乙`,
    `--></head><body>`,
  ])('makes no markup of a name: %s', (name) => {
    const page = pageWithCard(html, { title: name, description: name }, { ...place, url: name });
    const escaped = escapeHtml(name);
    expect(escaped).not.toMatch(/[<>"']/);
    expect(page).toContain(`<title>${escaped}</title>`);
    expect(page.split(escaped)).toHaveLength(6); // title, description, og:title, og:description, og:url
    expect(page).not.toMatch(/<script|<img/);
    expect(page.match(/<\/head>/g)).toHaveLength(1);
  });
});
