import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** What a code of a refused version means, in words. */
export function useProblemText(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const key = `agreement.problem.${code}`;
    if (i18next.exists(key)) return t(key as 'agreement.problem.UNKNOWN_PARTY');
    return t('agreement.problem.other', { code });
  };
}
