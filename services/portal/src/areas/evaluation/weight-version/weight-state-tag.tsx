import { useTranslation } from 'react-i18next';
import type { WeightVersion } from './use-weight-versions.js';

const classes = { computed: 'tag', active: 'tag is-published', superseded: 'tag' } as const;

export function WeightStateTag({ version }: { readonly version: WeightVersion }) {
  const { t } = useTranslation();
  if (!version.acceptable) {
    return <span className="tag is-cancelled">{t('weightVersion.state.inconsistent')}</span>;
  }
  return <span className={classes[version.state]}>{t(`weightVersion.state.${version.state}`)}</span>;
}
