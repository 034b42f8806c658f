import './intake.css';
import { useTranslation } from 'react-i18next';
import type { IntakeSummary } from './intake.model.js';

export function IntakeTags({ entry }: { readonly entry: IntakeSummary }) {
  const { t } = useTranslation();
  return (
    <p className="tags intake-tags">
      <span className="tag is-kind">{t(`intake.kind.${entry.kind}`)}</span>
      <span className={`tag is-${entry.state}`}>{t(`intake.state.${entry.state}`)}</span>
      {entry.overdue && <span className="tag is-cancelled">{t('intake.overdue')}</span>}
    </p>
  );
}
