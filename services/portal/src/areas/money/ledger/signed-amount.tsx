import { useFormat } from '../../../i18n/use-format.js';
import type { Amount } from './amount.model.js';

/** An amount whose sign says who owes whom; the colour only repeats it. */
export function SignedAmount({ amount }: { readonly amount: Amount }) {
  const { money } = useFormat();
  const fen = BigInt(amount.amount);
  const className = fen === 0n ? undefined : fen > 0n ? 'is-owed' : 'is-owing';
  return <span className={className}>{`${fen > 0n ? '+' : ''}${money(amount)}`}</span>;
}
