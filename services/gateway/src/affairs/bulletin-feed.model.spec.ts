import { describe, expect, it } from '@jest/globals';
import type { BulletinSummary } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { atomOf } from './bulletin-feed.model.js';

const origin = 'https://union.example';
const bulletin: BulletinSummary = {
  id: '019a0000-0000-7000-8000-000000000001',
  version: 2,
  state: 'published',
  title: '高温 <通知> & "安排"',
  excerpt: `第一句\u0000\u0008话。`,
  kind: 'news',
  business: null,
  function: null,
  unionId: '019a0000-0000-7000-8000-000000000002',
  unionName: '江城市总工会',
  sourceName: null,
  cover: null,
  audience: 'public',
  pinned: true,
  mustRead: false,
  shownFrom: '2026-11-20T01:00:00.000Z',
  shownUntil: null,
  toConfirm: false,
};

describe('the feed of bulletins', () => {
  it('has an entry for each, in which nothing that is written can be taken for a mark', () => {
    expect(atomOf([bulletin], origin)).toContain(
      [
        '<entry>',
        `<id>urn:uuid:${bulletin.id}</id>`,
        '<title>高温 &lt;通知&gt; &amp; &quot;安排&quot;</title>',
        `<published>${bulletin.shownFrom}</published>`,
        `<updated>${bulletin.shownFrom}</updated>`,
        '<author><name>江城市总工会</name></author>',
        '<category term="news"/>',
        `<link rel="alternate" type="text/html" href="${origin}/bulletins/${bulletin.id}"/>`,
        '<summary>第一句话。</summary>',
        '</entry>',
      ].join('\n'),
    );
  });

  it('names whose words they are, and was changed when its newest entry was', () => {
    const older = { ...bulletin, shownFrom: '2026-11-19T01:00:00.000Z', sourceName: '江城日报' };
    const feed = atomOf([older, bulletin], origin);
    expect(feed).toContain('<contributor><name>江城日报</name></contributor>');
    expect(feed.indexOf(`<updated>${bulletin.shownFrom}`)).toBeLessThan(feed.indexOf('<entry>'));
    expect(feed).toContain(`href="${origin}/bulletins/${bulletin.id}"`);
  });

  it('names the kind and the tags of an entry as categories', () => {
    const feed = atomOf([{ ...bulletin, business: 'culture', function: 'people' }], origin);
    const terms = ['news', 'business/culture', 'function/people'];
    expect(feed).toContain(terms.map((term) => `<category term="${term}"/>`).join('\n'));
  });

  it('shows the picture that stands for an entry', () => {
    const feed = atomOf([{ ...bulletin, cover: { fileId: 'f1', alt: '饮水点' } }], origin);
    const address = `${origin}/api/v1/public/bulletins/${bulletin.id}/pictures/f1/800`;
    expect(feed).toContain(`<link rel="enclosure" type="image/webp" href="${address}"/>`);
  });

  it('is a feed also where there is nothing', () => {
    const feed = atomOf([], origin);
    expect(feed).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
    expect(feed).not.toContain('<entry>');
  });
});
