import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { SettingFold } from '../../../kit/settings.js';
import { useBridges } from './use-bridge.js';

const LinkedAccountsSection = lazyPart(
  'LinkedAccountsSection',
  () => import('./linked-accounts-section.js'),
  {
    texts: ['bridge'],
  },
);

/** On the account page: a line for accounts elsewhere. It is not there where no such account can be linked. */
export function LinkedAccountsFold() {
  const { t } = useTranslation();
  const { all } = useBridges();
  const { data: credentials } = useRead('credential', '/me/credentials', {});
  if (all.length === 0 && !credentials?.linkedAccounts.length) return null;
  return (
    <SettingFold id="linked-accounts" title={t('account.part.linked')}>
      <LinkedAccountsSection />
    </SettingFold>
  );
}
