import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { MemberName } from '../../../session/member-name.js';
import type { MatterLine } from './matter.model.js';
import { MatterTags } from './matter-tags.js';

/**
 * A matter in a list: for the person who brought it, or for those who deal with it, who see whose turn it is, or when the next one
 * is due.
 */
export function useMatterColumns(reader: 'person' | 'desk' | 'followUps'): readonly Column<MatterLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const isDesk = reader !== 'person';
  const columns: Column<MatterLine>[] = [
    {
      key: 'service',
      title: t('matter.service'),
      cell: ({ id, serviceName }) =>
        isDesk ? serviceName : <Link to={`/matters/${id}`}>{serviceName}</Link>,
    },
    {
      key: 'number',
      title: t('matter.number'),
      cell: ({ number }) => number,
      // One's own are few, and are looked for by what they are and when they were sent.
      ...(isDesk && { order: ({ number }) => number }),
    },
    { key: 'state', title: t('matter.stateLabel'), cell: (line) => <MatterTags matter={line} /> },
    {
      key: 'union',
      title: t('matter.union'),
      cell: ({ unionName }) => unionName,
      ...(isDesk && { order: ({ unionName }) => unionName }),
    },
  ];
  const sentAt: Column<MatterLine> = {
    key: 'sentAt',
    title: t('matter.sentAt'),
    cell: (line) => format.instant(line.sentAt),
    order: (line) => line.sentAt,
  };
  const dueAt: Column<MatterLine> = {
    key: 'dueAt',
    title: t('matter.dueAt'),
    cell: (line) => (line.dueAt === null ? t('common.none') : format.instant(line.dueAt)),
    order: (line) => line.dueAt,
  };
  const followUp: Column<MatterLine>[] = [
    {
      key: 'nextDueOn',
      title: t('matter.nextDueOn'),
      cell: (line) =>
        line.followUp !== null && (
          <>
            <time dateTime={line.followUp.nextDueOn}>{format.date(line.followUp.nextDueOn)}</time>{' '}
            {line.followUp.due && <span className="tag is-closing">{t('matter.isDueAgain')}</span>}
          </>
        ),
    },
    {
      key: 'holdsUntil',
      title: t('matter.holdsUntil'),
      cell: (line) =>
        line.followUp !== null && (
          <time dateTime={line.followUp.holdsUntil}>{format.date(line.followUp.holdsUntil)}</time>
        ),
    },
  ];
  const topic: Column<MatterLine> = {
    key: 'topic',
    title: t('matter.topic'),
    cell: (line) =>
      line.topic !== null && (
        <span className="tag">
          {line.topicConfirmed ? line.topic.label : t('matter.topicMaybe', { topic: line.topic.label })}
        </span>
      ),
    order: (line) => line.topic?.label ?? '',
  };
  return isDesk
    ? [
        ...columns,
        // What is due again is looked at by its days alone.
        ...(reader === 'followUps' ? followUp : [sentAt, dueAt, topic]),
        {
          key: 'handler',
          title: t('matter.handler'),
          cell: ({ handlerId, handlerName }) =>
            handlerName === null ? (
              t('matter.nobody')
            ) : (
              <MemberName personId={handlerId} mask={handlerName} />
            ),
        },
      ]
    : [...columns, sentAt];
}
