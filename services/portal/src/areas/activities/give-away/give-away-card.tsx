import { useTranslation } from 'react-i18next';
import type { Activity } from '../activity/use-activities.js';
import { TermsFacts } from './terms-facts.js';
import { useGiveAway } from './use-give-away.js';

/** The give-away of an activity, for those who think of signing up; nothing where there is none. */
export function GiveAwayCard({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data } = useGiveAway(activity.id);
  const terms = data?.terms ?? null;
  if (terms === null) return null;
  return (
    <section className="card" aria-labelledby="give-away-title">
      <h2 id="give-away-title">{t('giveAway.cardTitle', { title: terms.title })}</h2>
      <TermsFacts terms={terms} timeZone={activity.timeZone} isToClaim={activity.draw !== null} />
    </section>
  );
}
