import { describe, expect, it } from '@jest/globals';
import { pinyin } from 'pinyin-pro';
import { texts } from '../../../app/texts/zh-CN/core.js';
import { navigationPages } from '../../../session/navigation.js';
import { type FindablePage, foundPages } from './found-pages.model.js';
import { pageSyllables } from './page-syllables.js';

const pages: readonly FindablePage[] = navigationPages.map(({ to, key }) => ({
  to,
  name: texts.app.page[key],
  syllables: pageSyllables[key],
}));
const found = (typed: string): readonly string[] => foundPages(pages, typed).map(({ to }) => to);

describe('the pages that what was typed finds', () => {
  it.each([
    ['the name', '借用', '/loans'],
    ['its pinyin', 'jieyong', '/loans'],
    ['its initials', 'jy', '/loans'],
    ['initials of full width, with a space', 'Ｊ Ｙ', '/loans'],
    ['a part of the name', '名册', '/member-imports'],
    ['pinyin of a part', 'mingce', '/member-imports'],
  ])('begin, by %s (%s), with %s', (_by, typed, to) => {
    expect(found(typed)[0]).toBe(to);
  });

  it('come exact ones first, then those that begin with it, then those that contain it', () => {
    expect(found('活动')).toEqual(['/activities', '/brands', '/activity-series']);
  });

  it.each(['', '  ', '没有这一页'])('are none for “%s”', (typed) => {
    expect(found(typed)).toEqual([]);
  });
});

it('the kept pinyin is that of the Chinese names', () => {
  const spelled = navigationPages.map(({ key }) => [
    key,
    pinyin(texts.app.page[key], { toneType: 'none', v: true }),
  ]);
  expect(Object.fromEntries(spelled)).toEqual(pageSyllables);
});
