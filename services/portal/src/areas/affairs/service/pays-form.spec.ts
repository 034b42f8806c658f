import { describe, expect, it } from '@jest/globals';
import { mostOf, mostText } from './pays-form.js';

describe('the most that a matter is paid', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['500', { amount: '50000', currency: 'CNY' }],
    ['500.5', { amount: '50050', currency: 'CNY' }],
    // Refused by the platform: it is no bound, and not none.
    ['about 500', { amount: 'about 500', currency: 'CNY' }],
  ])('typed as “%s”', (text, most) => {
    expect(mostOf(text)).toEqual(most);
  });

  it('stands in the field as yuan', () => {
    expect([mostText(null), mostText({ amount: '50050', currency: 'CNY' })]).toEqual(['', '500.50']);
  });
});
