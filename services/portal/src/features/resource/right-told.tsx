import { useTranslation } from 'react-i18next';
import type { Grant } from './resource-filters.js';
import type { Right } from './right.model.js';

interface RightToldProps {
  readonly right: Right | undefined;
  /** Who would borrow. */
  readonly unionName: string;
}

/** Whether a union may borrow, what it costs and who decides: told before it asks. */
export function RightTold({ right, unionName }: RightToldProps) {
  const { t } = useTranslation();
  if (right === undefined) return <p className="hint">{t('common.loading')}</p>;
  if (right.kind === 'own') return <p className="right is-good">{t('resource.right.own')}</p>;
  if (right.kind === 'none') {
    return <p className="right is-warn">{t('resource.right.none', { union: unionName })}</p>;
  }
  return (
    <div className="right is-good">
      <p>{t(`resource.right.${right.grant.approval}`, { union: unionName })}</p>
      <p>
        <PriceText price={right.grant.price} />
      </p>
    </div>
  );
}

export function PriceText({ price }: { readonly price: Grant['price'] }) {
  const { t } = useTranslation();
  if (price.kind === 'free') return t('resource.price.free');
  return price.text ? t('resource.price.sharedAs', { text: price.text }) : t('resource.price.costShare');
}
