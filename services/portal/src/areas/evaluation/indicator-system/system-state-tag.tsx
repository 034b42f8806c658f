import { useTranslation } from 'react-i18next';
import type { IndicatorSystem } from './use-indicator-systems.js';

export function SystemStateTag({ state }: Pick<IndicatorSystem, 'state'>) {
  const { t } = useTranslation();
  const className = state === 'published' ? 'tag is-published' : 'tag';
  return <span className={className}>{t(`indicatorSystem.state.${state}`)}</span>;
}
