import { expect, it } from '@jest/globals';
import { pinyin } from 'pinyin-pro';
import { texts } from '../texts/zh-CN/services.js';
import { serviceSyllables } from './service-syllables.js';
import { services } from './services.js';

it('the kept pinyin is that of the Chinese names', () => {
  const keys = services.flatMap((group) => group.services.map(({ key }) => key));
  const spelled = keys.map((key) => [key, pinyin(texts.services.name[key], { toneType: 'none', v: true })]);
  expect(Object.fromEntries(spelled)).toEqual(serviceSyllables);
});
