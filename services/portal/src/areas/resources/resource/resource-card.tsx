import { useTranslation } from 'react-i18next';
import type { Resource } from './resource-filters.js';

export function ResourceTags({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  return (
    <p className="tags">
      <span className="tag is-kind">{t(`activity.function.${resource.function}`)}</span>
      {resource.businesses.map((business) => (
        <span key={business} className="tag">
          {t(`activity.business.${business}`)}
        </span>
      ))}
      {resource.partOfId !== null && <span className="tag">{t('resource.isPart')}</span>}
      {!resource.active && <span className="tag is-cancelled">{t('resource.withdrawn')}</span>}
    </p>
  );
}

export function placeOf({ district, place }: Resource): string {
  return [district, place].filter(Boolean).join(' ');
}
