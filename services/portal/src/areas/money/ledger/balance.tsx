import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Amount } from './amount.model.js';

/** How a party stands, in words: what is owed to it, or what it owes. The colour repeats the words. */
export function Balance({ amount }: { readonly amount: Amount }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const fen = BigInt(amount.amount);
  if (fen === 0n) return <span>{money(amount)}</span>;
  const size = money({ amount: String(fen > 0n ? fen : -fen) });
  return (
    <span className={fen > 0n ? 'is-owed' : 'is-owing'}>
      {t(fen > 0n ? 'money.account.owed' : 'money.account.owes', { amount: size })}
    </span>
  );
}
