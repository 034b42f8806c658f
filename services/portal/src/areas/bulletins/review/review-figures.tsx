import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { thisYear } from '../../../session/year-choice.js';

/** How many bulletins of the network were reported, hidden and shown again this year. */
export function ReviewFigures() {
  const { t } = useTranslation();
  const { data } = useRead('bulletinReview', '/public/bulletin-figures', { year: Number(thisYear()) });
  if (data === undefined) return null;
  const { year, reported, hidden, restored } = data;
  return (
    <p className="hint">{t('bulletinReview.figures', { year: String(year), reported, hidden, restored })}</p>
  );
}
