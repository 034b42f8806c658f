import { useTranslation } from 'react-i18next';
import type { Survey } from './use-surveys.js';

const classes = {
  scheduled: 'tag',
  open: 'tag is-published',
  closing: 'tag',
  closed: 'tag is-kind',
  void: 'tag',
} as const;

export function SurveyStateTag({ state }: Pick<Survey, 'state'>) {
  const { t } = useTranslation();
  return <span className={classes[state]}>{t(`survey.state.${state}`)}</span>;
}
