import { expect, it } from '@jest/globals';
import { plainFigure } from './plain-figure.js';

it.each([
  ['２０', '20'],
  ['１，２３４．５０', '1,234.50'],
  ['３。５', '3.5'],
  ['－１　０', '-1 0'],
  ['20', '20'],
  ['二十', '二十'],
])('%s is read as %s', (typed, plain) => expect(plainFigure(typed)).toBe(plain));
