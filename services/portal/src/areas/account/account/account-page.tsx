import './account.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { SettingFold, SettingGroup, SettingLink } from '../../../kit/settings.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { LinkedAccountsFold } from '../bridge/linked-accounts-fold.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { AccountFacts } from './account-facts.js';

type Me = components['schemas']['MeView'];

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
const ContactsSection = lazyPart('ContactsSection', () => import('../contacts/contacts-section.js'), {
  texts: ['phoneChange'],
});
const OwnTransfers = lazyPart('OwnTransfers', () => import('../../members/transfer/own-transfers.js'), {
  texts: ['transfer'],
});
const PasswordForm = lazyPart('PasswordForm', () => import('./password-form.js'));
const SessionList = lazyPart('SessionList', () => import('./session-list.js'));
const ApiKeys = lazyPart('ApiKeys', () => import('./api-keys.js'));
const Preferences = lazyPart('Preferences', () => import('./preferences.js'));

/** The reader's account in groups, a line for each thing: most people come for one of them. */
export function AccountPage() {
  const { t } = useTranslation();
  const { data: me, error, refetch } = useMe();
  return (
    <>
      <PageHead title={t('account.title')} />
      {me === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {me === undefined && error === null && <LoadingState rows={3} />}
      {me !== undefined && <AccountFacts me={me} />}
      <div className="account">
        <Security />
        <Membership isMember={typeof me?.unionId === 'string'} />
        <Others />
        <div>
          <Messages me={me} />
          <Privacy />
        </div>
      </div>
    </>
  );
}

/** How the reader signs in, and what is signed in as them. */
function Security() {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  return (
    <SettingGroup id="security-title" title={t('account.group.security')}>
      <Phone />
      <SettingFold id="password" title={t('account.password')}>
        <PasswordForm />
      </SettingFold>
      <TwoStep />
      <LinkedAccountsFold />
      <SettingFold id="sessions" title={t('account.sessions')}>
        <SessionList />
      </SettingFold>
      {holdsOffice && (
        <SettingFold id="api-keys" title={t('account.apiKeys')}>
          <ApiKeys />
        </SettingFold>
      )}
    </SettingGroup>
  );
}

/** Open while a change of it is under way: whoever has not asked for that stops it here. */
function Phone() {
  const { t } = useTranslation();
  const { data: contacts } = useRead('contacts', '/me/contacts', {});
  const change = contacts?.change?.state;
  return (
    <SettingFold
      id="phone"
      title={t('account.part.phone')}
      value={contacts && (contacts.phone ?? t('account.noLogin'))}
      isNeeded={change === 'asked' || change === 'waiting'}
    >
      <ContactsSection />
    </SettingFold>
  );
}

function TwoStep() {
  const { t } = useTranslation();
  const { data: credentials } = useRead('credential', '/me/credentials', {});
  return (
    <SettingFold
      id="two-step"
      title={t('credential.title')}
      value={credentials && t(credentials.hasSecondFactor ? 'account.isOn' : 'account.isOff')}
      isNeeded={credentials !== undefined && credentials.secondFactorDueAt !== null}
    >
      <CredentialSection />
    </SettingFold>
  );
}

/** The membership and the record: what they are, what is owed, where they move, and what is wrong. */
function Membership({ isMember }: { readonly isMember: boolean }) {
  const { t } = useTranslation();
  const { data: membership } = useRead('member', '/me/membership', {});
  return (
    <SettingGroup id="membership-title" title={t('account.group.membership')}>
      <SettingFold
        id="membership"
        title={t('membership.title')}
        value={membership?.state === 'active' ? t(`membership.standing.${membership.standing}`) : undefined}
      >
        <OwnMembershipSection />
      </SettingFold>
      <SettingFold id="employments" title={t('account.part.employments')}>
        <OwnEmployments />
      </SettingFold>
      {isMember && (
        <>
          <SettingFold id="dues" title={t('account.part.dues')}>
            <OwnDues />
          </SettingFold>
          <SettingFold id="transfer" title={t('account.part.transfer')}>
            <OwnTransfers />
          </SettingFold>
          <SettingFold id="correction" title={t('account.part.correction')}>
            <OwnCorrections />
          </SettingFold>
        </>
      )}
      <SettingLink to="/my-records" title={t('account.toRecords')} hint={t('account.recordsHint')} />
    </SettingGroup>
  );
}

/** Which notices come, in which language, and how this device shows the pages. */
function Messages({ me }: { readonly me: Me | undefined }) {
  const { t } = useTranslation();
  return (
    <SettingGroup id="messages-title" title={t('account.group.messages')}>
      <SettingLink to="/account/notices" title={t('account.notices')} hint={t('account.noticesHint')} />
      {me !== undefined && (
        <SettingFold
          id="preferences"
          title={t('account.preferences')}
          value={t(`account.languageOf.${me.locale}`)}
        >
          <Preferences locale={me.locale} />
        </SettingFold>
      )}
    </SettingGroup>
  );
}

function Privacy() {
  const { t } = useTranslation();
  return (
    <SettingGroup id="privacy-title" title={t('account.group.privacy')}>
      <SettingLink to="/account/data" title={t('account.toData')} hint={t('account.dataHint')} />
      <SettingLink to="/account/erasure" title={t('account.toErasure')} />
    </SettingGroup>
  );
}

/** Whom the reader brings along, for whom they act, and to whom they turn. */
function Others() {
  const { t } = useTranslation();
  return (
    <SettingGroup id="others-title" title={t('account.group.others')}>
      <SettingLink to="/account/family" title={t('account.family')} hint={t('account.familyHint')} />
      <SettingFold id="delegations" title={t('account.part.delegations')}>
        <OwnDelegations />
      </SettingFold>
      <SettingLink to="/pending-changes" title={t('account.toPendingChanges')} />
      <SettingLink to="/contact-points" title={t('account.toContactPoints')} />
    </SettingGroup>
  );
}
