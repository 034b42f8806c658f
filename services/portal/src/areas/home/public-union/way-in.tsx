import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../../../session/use-session.js';

/** For a visitor who is not signed in: reading needs no account, taking part does. */
export function WayIn() {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  if (isSignedIn) return null;
  return (
    <div className="card">
      <p>{t('publicUnion.wayIn')}</p>
      <div className="actions">
        <Link to="/sign-in">{t('publicUnion.signIn')}</Link>
        <Link to="/activate">{t('publicUnion.activate')}</Link>
        <Link to="/join">{t('publicUnion.join')}</Link>
      </div>
    </div>
  );
}
