import { describe, expect, it } from '@jest/globals';
import { pinyinOf, typedPinyin } from './pinyin.js';

const isFound = (title: string, typed: string): boolean => pinyinOf(title).includes(` ${typedPinyin(typed)}`);

describe('the pinyin of a title', () => {
  it('is written from each character on, in full and by initials', () => {
    // 厅 has one reading, 乒 and 乓 too
    expect(pinyinOf('乒乓厅')).toBe(' pingpangting ppt pangting pt ting t');
  });

  it.each([
    ['市民音乐厅', 'shiminyinyueting'],
    ['市民音乐厅', 'yinyue'], // from the middle
    ['市民音乐厅', 'yinyuet'], // the last syllable is incomplete
    ['市民音乐厅', 'smyyt'],
    ['市民音乐厅', 'yyt'],
    ['市民音乐厅', 'yinle'], // 乐: both readings, yue and le
    ['重庆路球场', 'chongqing'],
    ['重庆路球场', 'zhongqing'],
    ['银行培训室', 'yinhang'],
    ['银行培训室', 'yinxing'],
    ['长江大厦', 'changjiang'],
    ['长江大厦', 'zhangjiang'],
    ['绿园会议室', 'lvyuan'], // ü as v
    ['绿园会议室', 'lüyuan'],
    ['3号楼羽毛球馆', '3haolou'],
    ['CD播放机', 'cdbofang'],
    ['旧礼堂（东）', 'dong'], // a bracket starts a new word
  ])('finds 「%s」 by %s', (title, typed) => {
    expect(isFound(title, typed)).toBe(true);
  });

  it.each([
    ['天安门', 'nan'], // tian'an has it, but no character begins there
    ['音乐厅', 'yueyin'],
    ['hall', 'all'], // no Chinese: only the text itself is searched
    ['', ''],
  ])('does not find 「%s」 by %s', (title, typed) => {
    expect(isFound(title, typed)).toBe(false);
  });

  it('stays small, however many readings a long title has', () => {
    expect(pinyinOf('行长重乐单'.repeat(20)).length).toBeLessThan(20_000);
  });
});
