import { useTranslation } from 'react-i18next';
import { knownProblem } from './roster.model.js';

/** What a code of the report means; the code itself where this portal is older than the platform. */
export function useProblemText(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const known = knownProblem(code);
    return known === null ? t('roster.problemOther', { code }) : t(`roster.problem.${known}`);
  };
}
