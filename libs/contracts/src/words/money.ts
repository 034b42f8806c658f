import { OneOf, Text } from '../core/fields.js';

/** An amount of money on the wire: a whole number of fen, as text, because JSON numbers lose digits. */
export class Money {
  @Text({
    max: 19,
    figures: true,
    pattern: /^-?(0|[1-9]\d{0,17})$/,
    description: 'Whole fen',
    example: '1865000',
  })
  amount: string;

  @OneOf(['CNY'])
  currency: 'CNY';
}
