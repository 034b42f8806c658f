import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AheadLine } from './ahead-line.js';
import { useAhead } from './use-ahead.js';

const shownMax = 8;
/** On a phone, where what is new stands below them (`home.css`). */
const shownMaxOnPhone = 3;

/** The reader's seats and what they wait for, loans and surveys, with their times and the links to their codes. */
export function AheadSection() {
  const { t } = useTranslation();
  const items = useAhead();
  if (items.length === 0) return null;
  return (
    <section className="card waiting" aria-labelledby="ahead-title">
      <h2 id="ahead-title">{t('home.ahead')}</h2>
      <ul className="plain-list ahead-lines">
        {items.slice(0, shownMax).map((item) => (
          <AheadLine key={item.id} item={item} />
        ))}
      </ul>
      {items.length > shownMaxOnPhone && (
        <Link to="/my" className={items.length > shownMax ? 'back' : 'back only-on-phone'}>
          {t('home.all', { count: items.length, title: t('home.ahead') })}
        </Link>
      )}
    </section>
  );
}
