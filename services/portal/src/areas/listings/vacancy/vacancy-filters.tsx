import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { withFilter } from '../../../kit/filters.model.js';
import {
  type VacancyFilters,
  type VacancyKind,
  vacancyKinds,
  type VacancySuit,
  vacancySuits,
} from './vacancy.model.js';

interface VacancyFilterFieldsProps {
  readonly filters: VacancyFilters;
  readonly onChange: (filters: VacancyFilters) => void;
}

/** By kind and by whom it suits. */
export function VacancyFilterFields({ filters, onChange }: VacancyFilterFieldsProps) {
  const { t } = useTranslation();
  const { kind, suit } = filters;
  return (
    <>
      <Choice<VacancyKind>
        label={t('vacancy.kindLabel')}
        {...(kind === undefined ? {} : { value: kind })}
        options={[
          { value: '', label: t('vacancy.anyKind') },
          ...vacancyKinds.map((value) => ({ value, label: t(`vacancy.kind.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(filters, 'kind', value))}
      />
      <Choice<VacancySuit>
        label={t('vacancy.suitLabel')}
        {...(suit === undefined ? {} : { value: suit })}
        options={[
          { value: '', label: t('vacancy.anySuit') },
          ...vacancySuits.map((value) => ({ value, label: t(`vacancy.suit.${value}`) })),
        ]}
        onChange={(value) => onChange(withFilter(filters, 'suit', value))}
      />
    </>
  );
}
