import { describe, expect, it } from '@jest/globals';
import { newId, type PartyKind } from '@gongxiang/domain';
import { placesAbove } from './freeze.model.js';

describe('who is above a party', () => {
  it.each<readonly [string, PartyKind, string, string[]]>([
    ['a union', 'union', '1.4.2.', ['1.4.']],
    ['a union right below the federation', 'union', '1.4.', ['1.']],
    ['the federation: nobody', 'union', '1.', []],
    ['an enterprise: the union behind it', 'enterprise', '1.4.2.', ['1.4.2.']],
    ['an organisation of the federation', 'organisation', '1.', ['1.']],
  ])('%s', (_what, kind, unionPath, places) => {
    expect(placesAbove({ kind, id: newId() }, unionPath)).toEqual(places);
  });
});
