import { useTranslation } from 'react-i18next';
import type { EfficacySurvey } from './use-efficacy-surveys.js';

const classes = {
  scheduled: 'tag',
  open: 'tag is-published',
  closed: 'tag is-kind',
  cancelled: 'tag',
} as const;

export function SeasonStateTag({ state }: Pick<EfficacySurvey, 'state'>) {
  const { t } = useTranslation();
  return <span className={classes[state]}>{t(`efficacySurvey.state.${state}`)}</span>;
}
