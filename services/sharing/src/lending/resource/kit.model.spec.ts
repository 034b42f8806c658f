import { describe, expect, it } from '@jest/globals';
import type { Counting } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { checkContents } from './kit.model.js';

const kit = { counting: 'kit', ownerUnionId: 'u' } as const;
const thing = (id: string, counting: Counting = 'one', more: object = {}) => ({
  id,
  counting,
  ownerUnionId: 'u',
  partOfId: null,
  ...more,
});
const all = [
  thing('screen'),
  thing('chairs', 'stock'),
  thing('projectors', 'pieces'),
  thing('other kit', 'kit'),
  thing('hall'),
  thing('half', 'one', { partOfId: 'hall' }),
  thing('foreign', 'one', { ownerUnionId: 'v' }),
];
const contents = (...list: [string, number][]) =>
  list.map(([resourceId, quantity]) => ({ resourceId, quantity }));

describe('what a kit is made of', () => {
  it.each([
    ['nothing', contents()],
    ['a thing, a count and pieces', contents(['screen', 1], ['chairs', 20], ['projectors', 2])],
    ['a half without its whole', contents(['half', 1])],
  ])('may be %s', (_name, list) => {
    expect(() => checkContents(kit, list, all)).not.toThrow();
  });

  it.each([
    ['a kit', contents(['other kit', 1]), 'KIT_IN_KIT', '/contents/0/resourceId'],
    ['the same twice', contents(['chairs', 1], ['chairs', 2]), 'KIT_CONTENT_TWICE', '/contents/1/resourceId'],
    [
      'a half beside its whole',
      contents(['half', 1], ['hall', 1]),
      'KIT_CONTENT_TWICE',
      '/contents/0/resourceId',
    ],
    ['two of a single thing', contents(['screen', 2]), 'QUANTITY_NOT_COUNTED', '/contents/0/quantity'],
    ['what is another union’s', contents(['foreign', 1]), 'KIT_OF_OTHER_UNION', '/contents/0/resourceId'],
    ['what is not there', contents(['nowhere', 1]), 'NOT_FOUND', '/contents/0/resourceId'],
  ])('may not be %s', (_name, list, code, pointer) => {
    expect(() => checkContents(kit, list, all)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it('is said of kits alone', () => {
    expect(() => checkContents({ ...kit, counting: 'stock' }, [], all)).toThrow('NOT_A_KIT');
  });
});
