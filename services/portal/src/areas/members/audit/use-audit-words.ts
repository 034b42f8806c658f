import { useTranslation } from 'react-i18next';
import { useMe } from '../../../session/use-session.js';
import { type AuditRecord, knownNoun, verbOf, withShortIds } from './audit.model.js';

/** Texts for the codes of the trail. */
export function useAuditWords() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return {
    nounText: (noun: string): string => {
      const known = knownNoun(noun);
      return known === null ? noun : t(`audit.nouns.${known}`);
    },
    actionText: (action: string): string => {
      const verb = verbOf(action);
      return typeof verb === 'string' ? t(`audit.verbs.${verb}`) : verb.code;
    },
    actorText: ({ actorId }: AuditRecord): string => {
      if (actorId === null) return t('audit.system');
      if (actorId === me?.personId) return t('audit.me');
      return t('audit.reference', { reference: withShortIds(actorId) });
    },
  };
}
