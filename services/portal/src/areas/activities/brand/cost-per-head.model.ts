interface Money {
  readonly amount: string;
  readonly currency: string;
}

/**
 * The cost per head, rounded half up to the fen.
 * @param total in yuan with two decimals @param heads at least one
 */
export function perHead<Total extends Money>(total: Total, heads: number): Total {
  const [yuan = '0', fen = '00'] = total.amount.split('.');
  const fens = BigInt(`${yuan}${fen.padEnd(2, '0')}`);
  const each = (fens * 2n + BigInt(heads)) / (2n * BigInt(heads));
  const text = each.toString().padStart(3, '0');
  return { ...total, amount: `${text.slice(0, -2)}.${text.slice(-2)}` };
}
