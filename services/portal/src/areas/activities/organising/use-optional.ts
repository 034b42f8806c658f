import { useTranslation } from 'react-i18next';

/** The label of a field that may stay empty: what is not marked so is needed. */
export function useOptional(): (label: string) => string {
  const { t } = useTranslation();
  return (label) => t('activityForm.optional', { label });
}
