import { useTranslation } from 'react-i18next';
import type { ApplicationState } from './application.model.js';

const looks: Readonly<Partial<Record<ApplicationState, string>>> = {
  waiting: 'is-closing',
  admitted: 'is-published',
  refused: 'is-cancelled',
};

export function ApplicationStateTag({ state }: { readonly state: ApplicationState }) {
  const { t } = useTranslation();
  return <span className={`tag ${looks[state] ?? ''}`}>{t(`application.state.${state}`)}</span>;
}
