import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { useNameOf } from '../../../session/use-name-of.js';

/** “张三，11月20日周五 09:00”: the person and time of an act; the name is the mask for whoever is no colleague. */
export function useBy(): (personId: string | null, mask: string | null, at: string) => string {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const nameOf = useNameOf();
  return (personId, mask, at) =>
    t('strictLedger.by', { name: nameOf(personId, mask) ?? t('strictLedger.unknown'), time: instant(at) });
}
