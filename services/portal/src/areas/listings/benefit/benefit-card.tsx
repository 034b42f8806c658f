import '../../../kit/styles/card-list.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { BenefitSummary } from './benefit.model.js';

/** Benefits one below the other. */
export function BenefitList({ benefits }: { readonly benefits: readonly BenefitSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="card-list in-columns">
      {benefits.map((benefit) => (
        <li key={benefit.id} className="card activity-card">
          <h2>
            <Link to={`/benefits/${benefit.id}`}>
              {t('benefit.nameIs', { merchant: benefit.merchant, title: benefit.title })}
            </Link>
          </h2>
          <BenefitTags benefit={benefit} />
          <BenefitPlace benefit={benefit} />
          <p className="hint">
            {t('benefit.byUntil', { union: benefit.unionName, until: format.date(benefit.until) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Where it is to be had; with its district, where that is known and not part of it. */
export function BenefitPlace({ benefit: { place, district } }: { readonly benefit: BenefitSummary }) {
  const { t } = useTranslation();
  if (place === null) return null;
  const isWhole = district === null || place.includes(district);
  return <p>{isWhole ? place : t('benefit.placeIs', { district, place })}</p>;
}

export function BenefitTags({ benefit }: { readonly benefit: BenefitSummary }) {
  const { t } = useTranslation();
  const { category, way, state } = benefit;
  const saving = useSaving(benefit);
  return (
    <div className="tags">
      {saving !== null && <span className="tag is-free">{saving}</span>}
      <span className="tag is-kind">{t(`benefit.category.${category}`)}</span>
      <span className="tag">{t(`benefit.way.${way}`)}</span>
      {state !== 'published' && <span className="tag is-cancelled">{t(`benefit.stateIs.${state}`)}</span>}
    </div>
  );
}

/** What one saves, in words; null where the union has not said so. */
export function useSaving({
  savesPercent,
  savesAmount,
}: Pick<BenefitSummary, 'savesPercent' | 'savesAmount'>): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (savesAmount !== null) return t('benefit.saves', { saving: format.money(savesAmount) });
  return savesPercent === null ? null : t('benefit.saves', { saving: format.share(savesPercent / 100) });
}
