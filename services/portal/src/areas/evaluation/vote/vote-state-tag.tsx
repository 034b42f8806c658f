import { useTranslation } from 'react-i18next';
import type { Vote } from './vote.model.js';

const classes = {
  scheduled: 'tag',
  open: 'tag is-published',
  closing: 'tag',
  closed: 'tag is-kind',
  withdrawn: 'tag',
  void: 'tag',
} as const;

export function VoteStateTag({ state }: Pick<Vote, 'state'>) {
  const { t } = useTranslation();
  return <span className={classes[state]}>{t(`vote.state.${state}`)}</span>;
}
