import { useTranslation } from 'react-i18next';
import type { RecordLine, RecordState } from './record.model.js';

const looks: Readonly<Record<RecordState, string>> = {
  entered: 'tag is-closing',
  verified: 'tag is-published',
  refused: 'tag is-cancelled',
  revoked: 'tag is-cancelled',
};

type Tagged = Pick<RecordLine, 'state' | 'selfDeclared' | 'shared'>;

/** How a record stands, who has said so, and whether others find it. */
export function RecordTags({ record: { state, selfDeclared, shared } }: { readonly record: Tagged }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      <span className={looks[state]}>{t(`personRecord.state.${state}`)}</span>
      {selfDeclared && state !== 'verified' && <span className="tag">{t('personRecord.selfDeclared')}</span>}
      {shared && <span className="tag">{t('personRecord.sharedTag')}</span>}
    </div>
  );
}
