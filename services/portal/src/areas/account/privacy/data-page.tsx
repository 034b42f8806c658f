import './privacy.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { SettingGroup, SettingLink } from '../../../kit/settings.js';
import { useOffices } from '../../../session/use-offices.js';

const DataExport = lazyPart('DataExport', () => import('./data-export.js'));
const Looks = lazyPart('Looks', () => import('./looks.js'));
const OwnBreaches = lazyPart('OwnBreaches', () => import('./breach/own-breaches.js'), {
  texts: ['breach'],
});
const KeptData = lazyPart('KeptData', () => import('./kept-data.js'));
const Consents = lazyPart('Consents', () => import('./consents.js'));

/** What the platform has of the reader, who has looked at it, for what it is used, and what they can do about it. */
export function DataPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('privacy.title')} back="/account" />
      <div className="own-data">
        <div>
          <KeptData />
          <Looks />
          <DataExport />
          <SettingGroup id="rights-title" title={t('privacy.rights')}>
            <SettingLink to="/account#correction" title={t('privacy.correct')} />
            <SettingLink to="/account/erasure" title={t('privacy.erase')} />
          </SettingGroup>
        </div>
        <div>
          <Consents />
          <OwnBreaches />
          <ForOfficers />
        </div>
      </div>
    </>
  );
}

/** What officers keep of all people is reached from here too; nobody else sees anything of it. */
function ForOfficers() {
  const { t } = useTranslation();
  const { holds, holdsAtRoot } = useOffices();
  const isFederal = holdsAtRoot('officer', 'operator');
  if (!isFederal && !holds('officer', 'auditor')) return null;
  return (
    <SettingGroup id="officers-title" title={t('privacy.forOfficers')}>
      {holds('officer', 'auditor') && <SettingLink to="/erasures" title={t('privacy.erasures')} />}
      {holds('officer') && <SettingLink to="/paper-erasures" title={t('privacy.paperErasures')} />}
      {isFederal && <SettingLink to="/consent-texts" title={t('privacy.textsTitle')} />}
      {isFederal && <SettingLink to="/data-breaches" title={t('privacy.breaches')} />}
    </SettingGroup>
  );
}
