import { useTranslation } from 'react-i18next';
import type { VisitState } from './visit.model.js';

const looks: Readonly<Record<VisitState, string>> = {
  promised: 'tag is-closing',
  done: 'tag is-published',
  withdrawn: 'tag is-cancelled',
};

/** Whether something that was promised is still to be seen to. */
export function VisitTag({ state }: { readonly state: VisitState }) {
  const { t } = useTranslation();
  return <span className={looks[state]}>{t(`visit.state.${state}`)}</span>;
}
