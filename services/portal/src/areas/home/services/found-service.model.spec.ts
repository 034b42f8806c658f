import { describe, expect, it } from '@jest/globals';
import { pinyin } from 'pinyin-pro';
import { texts } from '../texts/zh-CN/services.js';
import { isNamed } from './found-service.model.js';
import { serviceSyllables } from './service-syllables.js';
import { services } from './services.js';

const keys = services.flatMap((group) => group.services.map(({ key }) => key));

function found(typed: string): readonly string[] {
  const { name, about } = texts.services;
  return keys.filter((key) =>
    isNamed({ name: name[key], about: about[key], syllables: serviceSyllables[key] }, typed),
  );
}

describe('a service', () => {
  it.each([
    ['its pinyin', 'huiyuanka'],
    ['its initials', 'hyk'],
    ['pinyin with spaces and capitals', 'Hui Yuan Ka'],
  ])('is found by %s: %s', (_by, typed) => {
    expect(found(typed)).toEqual(['card']);
  });

  it('is found by its name, and by what is said of it', () => {
    expect(found('会员卡')).toEqual(['card', 'benefits']);
  });

  it('is found by the pinyin of a part of its name', () => {
    expect(found('zhengji')).toEqual(['worksCalls']);
    expect(found('gongkai')).toEqual(['disclosures']);
  });

  it('is not found in the middle of a syllable', () => {
    expect(found('uiyuanka')).toEqual([]);
  });

  it('is every one where nothing is typed', () => {
    expect(found(' ')).toEqual(keys);
  });
});

it('the kept pinyin is that of the Chinese names', () => {
  const spelled = keys.map((key) => [key, pinyin(texts.services.name[key], { toneType: 'none', v: true })]);
  expect(Object.fromEntries(spelled)).toEqual(serviceSyllables);
});
