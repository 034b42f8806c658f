import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { VisitLine } from './visit.model.js';
import { VisitTag } from './visit-tag.js';

/** A visit in a list: for who was visited, or for those who went and their union, who see to whom. */
export function useVisitColumns(reader: 'visited' | 'union'): readonly Column<VisitLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const day: Column<VisitLine> = {
    key: 'visitedOn',
    title: t('visit.visitedOn'),
    cell: ({ id, visitedOn }) => <Link to={`/visits/${id}`}>{format.date(visitedOn)}</Link>,
    order: ({ visitedOn }) => visitedOn,
  };
  const person: Column<VisitLine> = {
    key: 'person',
    title: t('visit.person'),
    cell: ({ personName }) => personName,
  };
  return [
    day,
    ...(reader === 'union' ? [person] : []),
    {
      key: 'reason',
      title: t('visit.reasonLabel'),
      cell: ({ reason }) => reason && t(`visit.reason.${reason}`),
      order: ({ reason }) => reason ?? '',
    },
    { key: 'union', title: t('visit.union'), cell: ({ unionName }) => unionName },
    {
      key: 'followUpOn',
      title: t('visit.followUpOn'),
      cell: ({ followUpOn }) => followUpOn && format.date(followUpOn),
      order: ({ followUpOn }) => followUpOn ?? '',
    },
    {
      key: 'state',
      title: t('visit.stateLabel'),
      cell: ({ state }) => <VisitTag state={state} />,
      order: ({ state }) => state,
    },
  ];
}
