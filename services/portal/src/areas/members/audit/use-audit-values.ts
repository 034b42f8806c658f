import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { texts } from '../texts/zh-CN/auditField.js';
import { valueKindOf, withShortIds } from './audit.model.js';

type Field = keyof (typeof texts)['auditField'];

/** What the trail keeps, as people say it: fields by their names, times, days, sums and people as elsewhere. */
export function useAuditValues() {
  const { t, i18n } = useTranslation();
  const { date, instant, money } = useFormat();
  const nameOf = useNameOf();
  return {
    /** A field for which there is no word yet keeps its code, so that nothing is hidden. */
    fieldText: (field: string): string =>
      i18n.exists(`auditField.${field}`) ? t(`auditField.${field as Field}`) : field,
    valueText: (field: string, value: string): string => {
      switch (valueKindOf(field, value)) {
        case 'instant':
          return instant(value);
        case 'day':
          return date(value);
        case 'fen':
          return money({ amount: value });
        case 'flag':
          return t(value === 'true' ? 'common.yes' : 'common.no');
        case 'id':
          return nameOf(value, withShortIds(value));
        case 'text':
          return withShortIds(value);
      }
    },
  };
}
