import { describe, expect, it } from '@jest/globals';
import type { WaitingPage, WaitingView } from '@gongxiang/contracts/notification/waiting.contract';
import { waitingOf, withMustReads } from './must-reads.js';

const bulletin = {
  id: 'b1',
  title: '防寒防冻须知',
  unionName: '江城市总工会',
  shownFrom: '2026-11-01T00:00:00.000Z',
  shownUntil: null,
};
const mustRead = waitingOf(bulletin, 'zh-CN');
const until = (dueAt: string): WaitingView => waitingOf({ ...bulletin, shownUntil: dueAt }, 'zh-CN');
const matter = (id: string, dueAt: string | null): WaitingView => ({
  ...mustRead,
  id,
  kind: 'matterAsked',
  dueAt,
});
const pageOf = (items: WaitingView[]): WaitingPage => ({
  items,
  nextCursor: 'next',
  counts: [{ kind: 'matterAsked', count: 7, heading: '' }],
  total: 7,
});

describe('what must be read', () => {
  it('is worded like its notice, and leads to where it is confirmed', () => {
    expect(mustRead).toMatchObject({
      heading: '有一条必读信息，请阅读并确认',
      title: '防寒防冻须知',
      lines: ['发布：江城市总工会'],
      act: '去阅读',
      link: '/bulletins/b1',
      dueAt: null,
    });
    expect(waitingOf(bulletin, 'en')).toMatchObject({
      act: 'Read it',
      lines: ['Published by: 江城市总工会'],
    });
  });

  it('stands among what waits, by its time, and is counted', () => {
    const page = pageOf([
      matter('m1', '2026-12-01T00:00:00.000Z'),
      matter('m2', '2026-12-09T00:00:00.000Z'),
      matter('m3', null),
    ]);
    const { items, counts, total, nextCursor } = withMustReads(
      page,
      [until('2026-12-05T00:00:00.000Z'), mustRead],
      {},
    );
    expect(items.map(({ id }) => id)).toEqual(['m1', 'b1', 'm2', 'm3', 'b1']);
    expect(counts.map(({ kind, count }) => [kind, count])).toEqual([
      ['matterAsked', 7],
      ['bulletinToRead', 2],
    ]);
    expect([total, nextCursor]).toEqual([9, 'next']);
  });

  it.each([
    ['of another kind', { kind: 'matterAsked' }, []],
    ['of its own kind', { kind: 'bulletinToRead' }, ['b1']],
    ['that goes on', { cursor: 'next' }, []],
  ] as const)('is on a page %s as far as it belongs there, and counted on each', (_name, request, ids) => {
    const { items, total } = withMustReads(pageOf([]), [mustRead], request);
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(total).toBe(8);
  });

  it('changes nothing where there is none, and counts up to what is counted', () => {
    const page = pageOf([]);
    expect(withMustReads(page, [], {})).toBe(page);
    expect(withMustReads({ ...page, total: 1_000 }, [mustRead], {}).total).toBe(1_000);
  });
});
