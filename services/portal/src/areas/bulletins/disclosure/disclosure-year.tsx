import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { thisYear } from '../../../session/year-choice.js';
import { disclosureYears } from './disclosure.model.js';

interface DisclosureYearProps {
  readonly year: string;
  readonly onChange: (year: string | undefined) => void;
}

/** Of which year. */
export function DisclosureYear({ year, onChange }: DisclosureYearProps) {
  const { t } = useTranslation();
  return (
    <Choice<string>
      label={t('disclosureItem.year')}
      value={year}
      options={disclosureYears(thisYear()).map((value) => ({
        value,
        label: t('disclosureItem.yearIs', { year: value }),
      }))}
      onChange={onChange}
    />
  );
}
