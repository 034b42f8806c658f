import { describe, expect, it } from '@jest/globals';
import {
  changeOf,
  formOf,
  latitudePattern,
  longitudePattern,
  saysPlace,
  type Union,
} from './union-form.model.js';

const union = {
  id: 'u',
  version: 2,
  name: '绿源食品工会',
  tier: 'enterprise',
  place: { longitude: 114.31, latitude: 0, address: '一号' },
} as Union;
const nowhere = { longitude: '', latitude: ' ', address: '' };

describe('the form of a union', () => {
  it('sends what it shows', () => {
    const { name, tier, place } = union;
    expect(changeOf(formOf(union))).toEqual({ name, tier, place, uscc: null });
    const bare = { ...union, tier: null, place: null };
    expect(changeOf(formOf(bare))).toEqual({ name, tier: null, place: null, uscc: null });
  });

  it('sends a code without blanks around it', () => {
    const typed = { ...formOf(union), uscc: ' 81420106MC0000001J ' };
    expect(changeOf(typed)).toMatchObject({ uscc: '81420106MC0000001J' });
  });

  it('says no place where nothing of it is typed', () => {
    expect(changeOf({ name: ' 甲 ', place: nowhere })).toEqual({
      name: '甲',
      tier: null,
      place: null,
      uscc: null,
    });
    expect(saysPlace({ ...nowhere, address: '一号' })).toBe(true);
  });

  it.each([
    [
      longitudePattern,
      ['0', '114.31', '-180', '180.0', ' 99.5 '],
      ['', '181', '1e2', '180.1', '.5', '114，3'],
    ],
    [latitudePattern, ['0', '30.54', '-90', '89.999'], ['', '91', '90.1', '100', '三十']],
  ])('takes degrees: %s', (pattern, good, bad) => {
    expect(good.filter((text) => !pattern.test(text))).toEqual([]);
    expect(bad.filter((text) => pattern.test(text))).toEqual([]);
  });
});
