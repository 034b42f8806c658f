import { useTranslation } from 'react-i18next';
import type { SetState } from './fund-rule-form.js';

export function SetStateTag({ state }: { readonly state: SetState }) {
  const { t } = useTranslation();
  return <span className={`tag is-${state}`}>{t(`fundRule.states.${state}`)}</span>;
}
