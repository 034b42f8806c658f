import { useTranslation } from 'react-i18next';
import type { EfficacySurvey } from './use-efficacy-surveys.js';

const classes = {
  scheduled: 'tag',
  open: 'tag is-published',
  closing: 'tag',
  closed: 'tag is-kind',
  cancelled: 'tag',
  void: 'tag',
} as const;

export function SeasonStateTag({ state }: Pick<EfficacySurvey, 'state'>) {
  const { t } = useTranslation();
  return <span className={classes[state]}>{t(`efficacySurvey.state.${state}`)}</span>;
}
