import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';

/** A number of people, or that it is not shown. */
export function useCountText(): (members: number | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (members) => (members === null ? t('census.hidden') : format.number(members));
}

/** What a value of a dimension is called. */
export function useValueText(): (by: string, value: string) => string {
  const { t } = useTranslation();
  return (by, value) => t(`census.value.${by}.${value}` as 'census.value.sex.female');
}
