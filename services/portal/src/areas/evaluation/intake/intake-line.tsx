import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { IntakeSummary } from './intake.model.js';
import { IntakeTags } from './intake-tags.js';

/** One of my own: what I wrote, how far it is, the latest answer. */
export function IntakeLine({ entry }: { readonly entry: IntakeSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <IntakeTags entry={entry} />
      <Link to={`/intake/${entry.id}`} className="intake-text">
        {entry.text}
      </Link>
      <p className="hint">
        {entry.answer === null
          ? t('intake.dueAt', { union: entry.unionName, time: format.instant(entry.dueAt) })
          : t('intake.answeredAt', {
              union: entry.answer.unionName,
              time: format.instant(entry.answer.answeredAt),
            })}
      </p>
    </li>
  );
}
