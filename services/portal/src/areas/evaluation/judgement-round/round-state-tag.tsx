import { useTranslation } from 'react-i18next';
import type { JudgementRound } from './judgement-round.model.js';

export function RoundStateTag({ state }: Pick<JudgementRound, 'state'>) {
  const { t } = useTranslation();
  return <span className={state === 'open' ? 'tag is-published' : 'tag'}>{t(`judging.state.${state}`)}</span>;
}
