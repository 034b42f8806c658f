import { useTranslation } from 'react-i18next';
import { resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import type { Ranking } from './ranking.model.js';

const sizeClasses = ['large', 'medium', 'small', 'micro', 'unclassified'] as const;

interface NamedGroup {
  readonly value: string;
  readonly label: string;
}

/** The groups that a ranking may have, in their order, with their names. */
export function useGroups(groupBy: Ranking['groupBy']): readonly NamedGroup[] {
  const { t } = useTranslation();
  switch (groupBy) {
    case 'sizeClass':
      return sizeClasses.map((value) => ({ value, label: t(`rankingLife.size.${value}`) }));
    case 'business':
      return unionBusinesses.map((value) => ({ value, label: t(`evaluation.business.${value}`) }));
    case 'function':
      return resourceFunctions.map((value) => ({ value, label: t(`evaluation.function.${value}`) }));
    default:
      return [];
  }
}
