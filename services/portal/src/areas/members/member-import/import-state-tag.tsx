import { useTranslation } from 'react-i18next';
import type { ImportState } from './roster.model.js';

const tagOf = {
  waiting: 'is-kind',
  running: 'is-kind',
  checked: 'is-closing',
  done: 'is-published',
  undone: '',
  failed: 'is-cancelled',
} as const;

export function ImportStateTag({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  return <span className={`tag ${tagOf[state]}`}>{t(`roster.state.${state}`)}</span>;
}
