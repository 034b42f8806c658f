import './account.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { AccountFacts } from './account-facts.js';
import { ApiKeys } from './api-keys.js';
import { Preferences } from './preferences.js';
import { SessionList } from './session-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';

const OwnMembershipSection = lazyPart('OwnMembershipSection', () => import('./own-membership.js'));
const OwnEmployments = lazyPart('OwnEmployments', () => import('./own-employments.js'), {
  texts: ['employment'],
});
const OwnCorrections = lazyPart(
  'OwnCorrections',
  () => import('../../members/correction/own-corrections.js'),
  { texts: ['recordCorrection'] },
);
const OwnDues = lazyPart('OwnDues', () => import('../../members/dues/own-dues.js'), { texts: ['dues'] });
const OwnDelegations = lazyPart(
  'OwnDelegations',
  () => import('../../members/delegation/own-delegations.js'),
  { texts: ['delegation'] },
);
const CredentialSection = lazyPart('CredentialSection', () => import('../credential/credential-section.js'));
const LinkedAccountsSection = lazyPart(
  'LinkedAccountsSection',
  () => import('../bridge/linked-accounts-section.js'),
  { texts: ['bridge'] },
);
const ContactsSection = lazyPart('ContactsSection', () => import('../contacts/contacts-section.js'), {
  texts: ['phoneChange'],
});
const OwnTransfers = lazyPart('OwnTransfers', () => import('../../members/transfer/own-transfers.js'), {
  texts: ['transfer'],
});
const PasswordForm = lazyPart('PasswordForm', () => import('./password-form.js'));

/** The reader's account: how they sign in, and what acts in their name. */
export function AccountPage() {
  const { t } = useTranslation();
  const { data: me, error, refetch } = useMe();
  const { holdsOffice } = useOffices();
  return (
    <>
      <PageHead title={t('account.title')} />
      {me === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {me === undefined && error === null && <LoadingState rows={3} />}
      <div className="account">
        {me !== undefined && <AccountFacts me={me} />}
        <OwnMembershipSection />
        <OwnEmployments />
        {me !== undefined && <Preferences locale={me.locale} />}
        <ToNotices />
        <ToFamily />
        <ContactsSection />
        <CredentialSection />
        <LinkedAccountsSection />
        <OwnDelegations />
        <OwnRecord />
        <PasswordForm />
        <SessionList />
        {holdsOffice && <ApiKeys />}
      </div>
    </>
  );
}

/** Where notices go is a page of its own. */
function ToNotices() {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="to-notices-title">
      <h2 id="to-notices-title">{t('account.notices')}</h2>
      <p className="hint">{t('account.noticesHint')}</p>
      <div className="actions">
        <Link to="/account/notices">{t('account.toNotices')}</Link>
      </div>
    </section>
  );
}

/** Whom the reader brings along to activities is a page of its own. */
function ToFamily() {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="to-family-title">
      <h2 id="to-family-title">{t('account.family')}</h2>
      <p className="hint">{t('account.familyHint')}</p>
      <div className="actions">
        <Link to="/account/family">{t('account.toFamily')}</Link>
      </div>
    </section>
  );
}

/** The membership and the record of somebody who belongs to a union: what they owe, where they move, and what is wrong. */
function OwnRecord() {
  const { data: me } = useMe();
  if (!me?.unionId) return null;
  return (
    <>
      <OwnDues />
      <OwnTransfers />
      <OwnCorrections />
    </>
  );
}
