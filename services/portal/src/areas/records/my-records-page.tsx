import { useTranslation } from 'react-i18next';
import { useList } from '../../api/use-read.js';
import { ButtonLink } from '../../kit/button-link.js';
import type { Column } from '../../kit/data-table.js';
import { ListPage } from '../../kit/list-page.js';
import { foundKinds, type RecordLine } from './record.model.js';
import { SharingButton } from './sharing-button.js';
import { useRecordColumns } from './use-record-columns.js';

/** What is on record about the reader, and whether others may find it. */
export function MyRecordsPage() {
  const { t } = useTranslation();
  const sharing: Column<RecordLine> = {
    key: 'sharing',
    title: t('personRecord.sharing'),
    cell: (line) => (isShareable(line) ? <SharingButton record={line} /> : null),
  };
  return (
    <ListPage
      title={t('personRecord.mineTitle')}
      back="/my"
      actions={<ButtonLink to="/my-records/new">{t('personRecord.declare')}</ButtonLink>}
      intro={<p className="hint">{t('personRecord.mineHint')}</p>}
      list={useList('personRecord', '/me/records', {})}
      empty={{ text: t('personRecord.noneMine') }}
      table={{ columns: [...useRecordColumns('person'), sharing], rowKey: ({ id }) => id }}
    />
  );
}

/** What others could find; a consent is taken back at any time. */
function isShareable({ kind, state, shared }: RecordLine): boolean {
  return (foundKinds.includes(kind) && state === 'verified') || shared;
}
