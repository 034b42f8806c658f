import { useTranslation } from 'react-i18next';
import { useMe } from '../../../session/use-session.js';
import { useNameOf } from '../../../session/use-name-of.js';
import {
  type AuditRecord,
  knownNoun,
  personIdOf,
  subjectNameOf,
  verbOf,
  withShortIds,
} from './audit.model.js';

/** Texts for the codes of the trail. */
export function useAuditWords() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const nameOf = useNameOf();
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
      return nameOf(actorId, t('audit.reference', { reference: withShortIds(actorId) }));
    },
    /** What it is called, whom it concerns, or the end of its id where the trail has neither. */
    subjectText: (record: AuditRecord): string => {
      const name = subjectNameOf(record) ?? nameOf(personIdOf(record), null);
      return name ?? t('audit.reference', { reference: withShortIds(record.subjectId) });
    },
  };
}
