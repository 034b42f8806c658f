import { useTranslation } from 'react-i18next';
import { useMe } from '../../../session/use-session.js';

/** The name of a person who did something: “you” for the reader, and a word where the view has no name. */
export function useWho(): (personId: string, name: string | null) => string {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (personId, name) => {
    if (personId === me?.personId) return t('money.you');
    return name ?? t('money.nameUnknown');
  };
}
