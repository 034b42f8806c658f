import { useTranslation } from 'react-i18next';
import type { WorkLine, WorkState } from './work.model.js';

const looks: Readonly<Record<WorkState, string>> = {
  sent: 'tag is-closing',
  admitted: 'tag is-published',
  refused: 'tag is-cancelled',
  withdrawn: 'tag',
};

type Tagged = Pick<WorkLine, 'state' | 'award' | 'isMine'>;

/** How a work stands, and what it was given. */
export function WorkTags({ work: { state, award, isMine } }: { readonly work: Tagged }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      {award !== null && <span className="tag is-kind">{award}</span>}
      <span className={looks[state]}>{t(`works.workState.${state}`)}</span>
      {isMine && <span className="tag">{t('works.mine')}</span>}
    </div>
  );
}
