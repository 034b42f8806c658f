import { describe, expect, it } from '@jest/globals';
import { preparePrints } from './printing.js';

describe('a page that is printed', () => {
  it('has its folds open and its day below, and is as before afterwards', () => {
    document.documentElement.lang = 'zh-CN';
    document.title = '对账单';
    document.body.innerHTML = '<main id="content"><details></details><details open></details></main>';
    const open = () => [...document.querySelectorAll('details')].map((fold) => fold.open);
    preparePrints();
    dispatchEvent(new Event('beforeprint'));
    expect(open()).toEqual([true, true]);
    expect(document.getElementById('content')?.dataset['printed']).toMatch(
      /^对账单 · \d{4}年\d{1,2}月\d{1,2}日$/,
    );
    dispatchEvent(new Event('afterprint'));
    expect(open()).toEqual([false, true]);
  });
});
