import { useTranslation } from 'react-i18next';
import { resourceFunctions, unionBusinesses } from '../../../api/classification.js';

/** The name of a cell of function × business, given as `facility.culture`. */
export function useCellName() {
  const { t } = useTranslation();
  return (key: string): string => {
    const [first, second] = key.split('.');
    const resource = resourceFunctions.find((one) => one === first);
    const business = unionBusinesses.find((one) => one === second);
    if (resource === undefined || business === undefined) return t('evaluation.otherCell');
    return t('evaluation.cell', {
      function: t(`evaluation.function.${resource}`),
      business: t(`evaluation.business.${business}`),
    });
  };
}
