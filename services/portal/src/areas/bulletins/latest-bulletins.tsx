import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { BulletinList } from './bulletin-card.js';

const shownMax = 3;

/** The three that come first of what anybody may read. Nothing is shown where there is nothing. */
export function LatestBulletins() {
  const { t } = useTranslation();
  const { data } = useRead('bulletin', '/public/bulletins', { limit: shownMax });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="bulletins-title">
      <h2 id="bulletins-title">{t('bulletin.latest')}</h2>
      <BulletinList bulletins={data.items} level="h3" />
      <Link to="/public/bulletins" className="back">
        {t('bulletin.all')}
      </Link>
    </section>
  );
}
