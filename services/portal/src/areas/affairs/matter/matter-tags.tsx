import { useTranslation } from 'react-i18next';
import { type MatterLine, toneOf } from './matter.model.js';

type Tagged = Pick<MatterLine, 'state' | 'daysLeft'> &
  Partial<Pick<MatterLine, 'escalations' | 'anonymous' | 'source'>>;

/** How far a matter is, and how many working days are left. */
export function MatterTags({ matter }: { readonly matter: Tagged }) {
  const { t } = useTranslation();
  const { state, daysLeft, escalations = 0, anonymous = false, source = 'online' } = matter;
  return (
    <div className="tags">
      <span className={`tag ${toneOf(state)}`}>{t(`matter.state.${state}`)}</span>
      {daysLeft !== null && <DaysTag daysLeft={daysLeft} />}
      {escalations > 0 && (
        <span className="tag is-cancelled">{t('matter.escalated', { count: escalations })}</span>
      )}
      {anonymous && <span className="tag">{t('matter.nameless')}</span>}
      {source !== 'online' && <span className="tag">{t(`matter.source.${source}`)}</span>}
    </div>
  );
}

function DaysTag({ daysLeft }: { readonly daysLeft: number }) {
  const { t } = useTranslation();
  if (daysLeft < 0)
    return <span className="tag is-cancelled">{t('matter.daysLate', { count: -daysLeft })}</span>;
  return (
    <span className={daysLeft < 2 ? 'tag is-closing' : 'tag'}>
      {t('matter.daysLeft', { count: daysLeft })}
    </span>
  );
}
