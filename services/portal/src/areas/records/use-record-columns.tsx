import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import type { Column } from '../../kit/data-table.js';
import type { RecordLine } from './record.model.js';
import { RecordTags } from './record-tags.js';
import { useDetailWords } from './use-detail-words.js';

/** A record in a list: for its person, or for officers, who see whose it is. */
export function useRecordColumns(reader: 'person' | 'officer'): readonly Column<RecordLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDetailWords();
  const title: Column<RecordLine> = {
    key: 'title',
    title: t('personRecord.titleLabel'),
    cell: (line) => <Link to={`/records/${line.id}`}>{line.title}</Link>,
    order: (line) => line.title,
  };
  const whose: readonly Column<RecordLine>[] = [
    { key: 'person', title: t('personRecord.person'), cell: ({ personName }) => personName },
    {
      key: 'union',
      title: t('personRecord.union'),
      cell: ({ unionName }) => unionName,
      order: ({ unionName }) => unionName ?? '',
    },
  ];
  return [
    title,
    ...(reader === 'officer' ? whose : []),
    {
      key: 'kind',
      title: t('personRecord.kindLabel'),
      cell: ({ kind }) => t(`personRecord.kind.${kind}`),
      order: ({ kind }) => kind,
    },
    { key: 'details', title: t('personRecord.details'), cell: ({ details }) => words(details) },
    {
      key: 'validUntil',
      title: t('personRecord.validUntil'),
      cell: ({ validUntil }) => validUntil && format.date(validUntil),
      order: ({ validUntil }) => validUntil ?? '',
    },
    {
      key: 'state',
      title: t('personRecord.stateLabel'),
      cell: (line) => <RecordTags record={line} />,
      order: ({ state }) => state,
    },
  ];
}
