import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';

/** “张*，11月20日周五 09:00”: the person and time of an act. */
export function useBy(): (name: string | null, at: string) => string {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (name, at) => t('strictLedger.by', { name: name ?? t('strictLedger.unknown'), time: instant(at) });
}
