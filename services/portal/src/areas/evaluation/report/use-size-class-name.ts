import { useTranslation } from 'react-i18next';

const sizeClasses = ['large', 'medium', 'small', 'micro', 'unclassified'] as const;

/** What a size class is called; a union without an enterprise has none. */
export function useSizeClassName(): (key: string | null) => string {
  const { t } = useTranslation();
  return (key) => {
    const known = sizeClasses.find((one) => one === key);
    return known === undefined ? t('report.reach.noClass') : t(`report.reach.sizeClass.${known}`);
  };
}
