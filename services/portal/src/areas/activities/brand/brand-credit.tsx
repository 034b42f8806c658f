import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Activity } from '../activity/use-activities.js';

/** The founder of the brand, and which edition this is. */
export function BrandCredit({ brand }: { readonly brand: NonNullable<Activity['brand']> }) {
  const { t } = useTranslation();
  const { id, name, founder, edition } = brand;
  return (
    <p className="credit">
      <Link to={`/brands/${id}`}>{t('activity.brand.credit', { name, founder, number: edition })}</Link>
    </p>
  );
}
