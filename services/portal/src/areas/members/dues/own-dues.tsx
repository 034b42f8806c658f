import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { DuesFacts } from './dues-facts.js';

/** On the account page: what the reader owes and has paid. */
export function OwnDues() {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('dues.ownHint')}</p>
      <Loaded query={useRead('dues', '/me/dues', {})}>{(dues) => <DuesFacts dues={dues} />}</Loaded>
    </>
  );
}
