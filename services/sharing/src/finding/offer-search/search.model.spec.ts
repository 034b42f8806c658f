import { describe, expect, it } from '@jest/globals';
import { shippedAnalyser } from '../../lending/words/analyser.js';
import type { ListOffersRequest } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { searchOf } from './search.model.js';

const time = { from: '2026-12-05T09:00:00+08:00', to: '2026-12-05T17:00:00+08:00' };
const near = '30.5,114.3';

describe('a search', () => {
  it.each<[string, ListOffersRequest, string]>([
    ['nothing', {}, 'newest'],
    ['words', { q: '音乐' }, 'relevance'],
    ['a place', { near }, 'distance'],
    ['words near a place', { q: '音乐', near }, 'distance'],
    ['words near a place, the words first', { q: '音乐', near, sort: 'relevance' as const }, 'relevance'],
    ['relevance without words', { near, sort: 'relevance' as const }, 'newest'],
    ['signs that are no words', { q: '%_' }, 'newest'],
  ])('for %s has its order', (_name, request, order) => {
    expect(searchOf(request, shippedAnalyser.saidIn(request.q ?? '')).order).toBe(order);
  });

  it('reads place and time', () => {
    expect(searchOf({ near: '-30.5,114.3', ...time }, shippedAnalyser.saidIn(''))).toMatchObject({
      near: { latitude: -30.5, longitude: 114.3, km: 50 },
      period: { start: new Date('2026-12-05T01:00:00Z'), end: new Date('2026-12-05T09:00:00Z') },
    });
  });

  it.each<[ListOffersRequest, string, string]>([
    [{ from: time.from }, 'OFFER_TIME_INCOMPLETE', '/to'],
    [{ to: time.to }, 'OFFER_TIME_INCOMPLETE', '/from'],
    [{ from: time.to, to: time.from }, 'PERIOD_EMPTY', '/to'],
    [{ withinKm: 5 }, 'OFFER_NEAR_MISSING', '/near'],
    [{ sort: 'distance' as const }, 'OFFER_NEAR_MISSING', '/near'],
  ])('%j is refused: %s', (request, code, pointer) => {
    expect(() => searchOf(request, shippedAnalyser.saidIn(request.q ?? ''))).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
