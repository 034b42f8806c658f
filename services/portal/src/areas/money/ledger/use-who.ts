import { useTranslation } from 'react-i18next';
import { useMe } from '../../../session/use-session.js';

/** Names whoever did something: oneself as such, others as the view names them, in words where it has no name. */
export function useWho(): (personId: string, name: string | null) => string {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (personId, name) => {
    if (personId === me?.personId) return t('money.you');
    return name ?? t('money.nameUnknown');
  };
}
