import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../i18n/use-format.js';
import type { Breach } from './breach.model.js';

/** What is known of a breach, line by line, for the page and for paper. */
export function useBreachLines(): (breach: Breach) => readonly (readonly [label: string, text: string])[] {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (breach) => {
    const { happenedAt, kinds, cause, harm, measures, advice, contactName, contactPhone, audience } = breach;
    const { unionName, affected, notified, notToldReason, changes } = breach;
    const handedOver = breach.handovers.at(-1);
    const there = (label: string, text: string | null) => (text === null ? [] : [[label, text] as const]);
    return [
      [t('breach.state'), t(`breach.states.${breach.state}`)],
      ...there(t('breach.changes'), changes),
      [t('breach.noticedAt'), instant(breach.noticedAt)],
      [t('breach.happenedAt'), happenedAt === null ? t('breach.unknown') : instant(happenedAt)],
      [t('breach.kinds'), kinds.map((kind) => t(`breach.kindOf.${kind}`)).join(t('breach.comma'))],
      [t('breach.cause'), cause],
      [t('breach.harm'), harm],
      [t('breach.measures'), measures],
      [t('breach.advice'), advice],
      [t('breach.contactName'), `${contactName} ${contactPhone}`],
      [t('breach.audience'), unionName ?? t(`breach.audienceOf.${audience}`)],
      [t('breach.affected'), t('breach.count', { count: affected })],
      ...(breach.isTold
        ? [[t('breach.notified'), t('breach.progress', { notified, affected })] as const]
        : []),
      ...there(t('breach.notToldReason'), notToldReason),
      [t('breach.recordedAt'), instant(breach.recordedAt)],
      ...there(t('breach.decidedAt'), breach.decidedAt && instant(breach.decidedAt)),
      ...there(t('breach.finishedAt'), breach.finishedAt && instant(breach.finishedAt)),
      ...there(t('breach.refusal'), breach.refusal),
      ...(handedOver === undefined
        ? []
        : [
            [t('breach.handedOverAt'), instant(handedOver.handedOverAt)] as const,
            [t('breach.authority'), handedOver.authority] as const,
            [t('breach.handedOverBy'), handedOver.handedOverBy] as const,
            ...there(t('breach.reference'), handedOver.reference),
          ]),
    ];
  };
}
