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
      {daysLeft !== null && (
        <span className={daysLeft < 0 ? 'tag is-cancelled' : daysLeft < 2 ? 'tag is-closing' : 'tag'}>
          {daysLeft < 0
            ? t('matter.daysLate', { count: -daysLeft })
            : t('matter.daysLeft', { count: daysLeft })}
        </span>
      )}
      {escalations > 0 && (
        <span className="tag is-cancelled">{t('matter.escalated', { count: escalations })}</span>
      )}
      {anonymous && <span className="tag">{t('matter.nameless')}</span>}
      {source !== 'online' && <span className="tag">{t(`matter.source.${source}`)}</span>}
    </div>
  );
}
