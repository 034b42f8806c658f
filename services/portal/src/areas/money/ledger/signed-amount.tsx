import { useFormat } from '../../../i18n/use-format.js';
import type { Amount } from './amount.model.js';

/** An amount with its sign: plus is owed to the party, minus is owed by it. The colour repeats the sign. */
export function SignedAmount({ amount }: { readonly amount: Amount }) {
  const { money } = useFormat();
  const fen = BigInt(amount.amount);
  const className = fen === 0n ? undefined : fen > 0n ? 'is-owed' : 'is-owing';
  return <span className={className}>{`${fen > 0n ? '+' : ''}${money(amount)}`}</span>;
}
