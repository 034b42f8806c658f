import { useTranslation } from 'react-i18next';
import type { Bridge } from './bridge.model.js';

/** By which people know a provider; of the federation's own one its title, if it is still offered. */
export function useBridgeName(): (bridge: Pick<Bridge, 'bridge'> & Partial<Bridge>) => string {
  const { t } = useTranslation();
  return ({ bridge, title }) => title ?? t(`bridge.names.${bridge}`);
}
