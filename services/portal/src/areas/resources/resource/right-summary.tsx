import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Grant } from './resource-filters.js';
import type { Right } from './use-right.js';

interface RightSummaryProps {
  readonly right: Right | undefined;
  /** Who would borrow. */
  readonly unionName: string;
}

/** Whether a union may borrow, by which right and on which terms, or what would have to happen first. */
export function RightSummary({ right, unionName }: RightSummaryProps) {
  const { t } = useTranslation();
  if (right === undefined) return <p className="hint">{t('common.loading')}</p>;
  const key = right.allowed ? 'grants.told.allowed' : 'grants.told.refused';
  return (
    <div className={right.allowed ? 'right is-good' : 'right is-warn'}>
      <p>
        <strong>{t(key, { union: unionName })}</strong>
      </p>
      <ul className="plain-list">
        {right.steps.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

export function PriceText({ price }: { readonly price: Grant['price'] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { kind, text, fee, per, deposit } = price;
  const parts = [
    kind === 'fee' && fee && per ? t(`grants.feePer.${per}`, { amount: money(fee) }) : '',
    kind === 'costShare'
      ? text
        ? t('resource.price.sharedAs', { text })
        : t('resource.price.costShare')
      : '',
    kind === 'free' ? t('resource.price.free') : '',
    deposit ? t('grants.depositOf', { amount: money(deposit) }) : '',
  ];
  return parts.filter((part) => part !== '').join(t('grants.and'));
}
