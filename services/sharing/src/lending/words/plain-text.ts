import { Converter } from 'opencc-js/t2cn';

const simplified = Converter({ from: 't', to: 'cn' });

/** A text for comparison: full width becomes plain, upper case lower, traditional characters simplified. */
export function plainText(text: string): string {
  return simplified(text.normalize('NFKC').toLowerCase());
}
