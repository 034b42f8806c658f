import { useTranslation } from 'react-i18next';
import type { FoundingState } from './founding.model.js';

/** Whoever is awaited is in one colour, what came of it in another. */
const tones: Readonly<Record<FoundingState, string>> = {
  filed: 'is-waiting',
  returned: '',
  electing: '',
  elected: 'is-waiting',
  founded: 'is-published',
  joined: 'is-published',
  refused: 'is-refused',
  withdrawn: 'is-withdrawn',
  lapsed: 'is-taken',
};

interface FoundingStateTagProps {
  readonly founding: { readonly state: FoundingState; readonly overdue: boolean };
}

/** How far a filing is, and that its time has passed. */
export function FoundingStateTag({ founding: { state, overdue } }: FoundingStateTagProps) {
  const { t } = useTranslation();
  return (
    <span className="tags">
      <span className={`tag ${tones[state]}`}>{t(`founding.state.${state}`)}</span>
      {overdue && <span className="tag is-cancelled">{t('founding.overdue')}</span>}
    </span>
  );
}
