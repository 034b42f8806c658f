import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';

const DataExport = lazyPart('DataExport', () => import('./data-export.js'));
const Looks = lazyPart('Looks', () => import('./looks.js'));
const OwnBreaches = lazyPart('OwnBreaches', () => import('./breach/own-breaches.js'), {
  texts: ['breach'],
});
const KeptData = lazyPart('KeptData', () => import('./kept-data.js'));
const Consents = lazyPart('Consents', () => import('./consents.js'));

/** What the platform has of the reader, for what it is used, and who has looked at it. */
export function DataPage() {
  const { t } = useTranslation();
  const { holds, holdsAtRoot } = useOffices();
  return (
    <>
      <PageHead title={t('privacy.title')} back="/account" />
      <div className="account">
        <Consents />
        <KeptData />
        <Looks />
        <OwnBreaches />
        <DataExport />
        <p>
          <Link to="/account/erasure">{t('privacy.erase')}</Link>
        </p>
        {holds('officer', 'auditor') && (
          <p>
            <Link to="/erasures">{t('privacy.erasures')}</Link>
          </p>
        )}
        {holdsAtRoot('officer', 'operator') && (
          <p>
            <Link to="/consent-texts">{t('privacy.textsTitle')}</Link>
          </p>
        )}
        {holdsAtRoot('officer', 'operator') && (
          <p>
            <Link to="/data-breaches">{t('privacy.breaches')}</Link>
          </p>
        )}
      </div>
    </>
  );
}
