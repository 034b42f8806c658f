import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { thisYear } from '../../../session/year-choice.js';
import { figureYears } from './figures.model.js';

interface YearFilterProps {
  readonly year: string;
  readonly onChange: (year: string | undefined) => void;
}

/** Of which year. */
export function YearFilter({ year, onChange }: YearFilterProps) {
  const { t } = useTranslation();
  return (
    <Choice<string>
      label={t('matter.year')}
      value={year}
      options={figureYears(thisYear()).map((value) => ({
        value,
        label: t('matter.yearIs', { year: value }),
      }))}
      onChange={onChange}
    />
  );
}
