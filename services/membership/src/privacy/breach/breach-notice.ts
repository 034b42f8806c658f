import { concernedKindWords } from '@gongxiang/contracts/words/export-words';
import type { Notice, NoticeValues } from '@gongxiang/messaging/events';
import type { DataBreachRow } from './data-breach.entity.js';

type BreachFacts = Pick<
  DataBreachRow,
  'id' | 'kinds' | 'cause' | 'harm' | 'measures' | 'advice' | 'contactName' | 'contactPhone' | 'changes'
>;

/** What the people affected are told, each once. */
export function noticeOf(breach: BreachFacts, personIds: readonly string[]): Notice {
  return {
    kind: 'dataBreach',
    why: 'dataConcerned',
    cause: `data-breach/${breach.id}`,
    personIds,
    about: { dataBreachId: breach.id },
    values: valuesOf(breach),
  };
}

function valuesOf(breach: BreachFacts): NoticeValues {
  const { kinds, cause, harm, measures, advice, contactName, contactPhone, changes } = breach;
  return {
    kindsZh: kinds.map((kind) => concernedKindWords(kind)[0]).join('、'),
    kindsEn: kinds.map((kind) => concernedKindWords(kind)[1]).join(', '),
    cause,
    harm,
    measures,
    advice,
    contact: `${contactName} ${contactPhone}`,
    changes,
  };
}
