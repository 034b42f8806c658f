import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../session/use-name-of.js';
import { useMe } from '../../../session/use-session.js';

/** The name of a person who did something: “you” for the reader, and a word where there is no name. */
export function useWho(): (personId: string | null, name: string | null) => string {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const nameOf = useNameOf();
  return (personId, name) => {
    if (personId !== null && personId === me?.personId) return t('money.you');
    return nameOf(personId, name) ?? t('money.nameUnknown');
  };
}
