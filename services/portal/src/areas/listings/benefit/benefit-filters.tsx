import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withFilter } from '../../../kit/filters.model.js';
import { benefitCategories, type BenefitCategory, type BenefitFilters } from './benefit.model.js';

interface BenefitFilterFieldsProps {
  readonly filters: BenefitFilters;
  readonly onChange: (filters: BenefitFilters) => void;
}

/** By category. */
export function BenefitFilterFields({ filters, onChange }: BenefitFilterFieldsProps) {
  const { t } = useTranslation();
  const { category } = filters;
  return (
    <Choice<BenefitCategory>
      label={t('benefit.categoryLabel')}
      {...(category === undefined ? {} : { value: category })}
      options={[
        { value: '', label: t('benefit.anyCategory') },
        ...benefitCategories.map((value) => ({ value, label: t(`benefit.category.${value}`) })),
      ]}
      onChange={(value) => onChange(withFilter(filters, 'category', value))}
    />
  );
}
