import { ConverterBuilder } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/t2cn';

const simplified = ConverterBuilder({ from, to })({ from: 't', to: 'cn' });

/** A text for comparison: full width becomes plain, upper case lower, traditional characters simplified. */
export function plainText(text: string): string {
  return simplified(text.normalize('NFKC').toLowerCase());
}
