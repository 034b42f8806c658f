import './disclosure.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import {
  type DisclosureItem,
  type DisclosureOccasion,
  periodWordsOf,
  stateStyles,
} from './disclosure.model.js';

interface ItemCardProps {
  readonly item: DisclosureItem;
  /** What can be done about one occasion, below it. */
  readonly occasionActs?: (occasion: DisclosureOccasion) => ReactNode;
  /** What can be done with the whole. */
  readonly children?: ReactNode;
}

/** What is to be disclosed, by whom, and each of its occasions of the year. */
export function ItemCard({ item, occasionActs, children }: ItemCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, department, basis, rhythm, occasions, endedOn, endReason } = item;
  return (
    <li className="card">
      <h2>{title}</h2>
      <div className="tags">
        <span className="tag is-kind">
          {department === null
            ? t('disclosureItem.owedByUnion')
            : t('disclosureItem.owedByDepartment', { department })}
        </span>
        <span className="tag">{t(`disclosureItem.rhythm.${rhythm}`)}</span>
        {endedOn !== null && <span className="tag is-cancelled">{t('disclosureItem.endedTag')}</span>}
      </div>
      <p className="hint">{t('disclosureItem.basisIs', { basis })}</p>
      {endedOn !== null && (
        <p className="hint">
          {t('disclosureItem.ended', { day: format.date(endedOn), reason: endReason ?? '' })}
        </p>
      )}
      {occasions.length === 0 && <p className="hint">{t('disclosureItem.noOccasion')}</p>}
      <ul className="occasions">
        {occasions.map((occasion) => (
          <li key={occasion.on}>
            <Occasion occasion={occasion} />
            {occasionActs?.(occasion)}
          </li>
        ))}
      </ul>
      {children}
    </li>
  );
}

function Occasion({ occasion }: { readonly occasion: DisclosureOccasion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodText = usePeriodText();
  const { on, state, bulletinId, bulletinTitle, disclosedOn } = occasion;
  return (
    <p className="occasion">
      <span className={stateStyles[state]}>{t(`disclosureItem.state.${state}`)}</span>
      <strong>{periodText(occasion)}</strong>
      <span className="hint">
        {disclosedOn === null
          ? t('disclosureItem.dueOn', { day: format.date(on) })
          : t('disclosureItem.disclosedOn', { day: format.date(disclosedOn) })}
      </span>
      {bulletinId === null ? (
        bulletinTitle !== null && <span>{bulletinTitle}</span>
      ) : (
        <Link to={`/bulletins/${bulletinId}`}>{bulletinTitle}</Link>
      )}
    </p>
  );
}

/** The period of an occasion in words; nothing of what is disclosed once. */
export function usePeriodText(): (occasion: DisclosureOccasion) => string {
  const { t } = useTranslation();
  return ({ period }) => {
    if (period === null) return '';
    const { key, year, part } = periodWordsOf(period);
    return t(`disclosureItem.period.${key}`, { year, part });
  };
}
