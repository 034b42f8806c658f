import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Links to the secret choices from the page of a matchmaking activity that has begun. */
export function InterestLine({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="interest-title">
      <h2 id="interest-title">{t('mutualInterest.title')}</h2>
      <p>{t('mutualInterest.invite')}</p>
      <div className="actions">
        <Link to={`/activities/${activityId}/mutual-interest`}>{t('mutualInterest.open')}</Link>
      </div>
    </section>
  );
}
