import '../../../kit/styles/organising.css';
import '../../../kit/styles/check-in.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MemberName } from '../../../session/member-name.js';
import { useMemberName } from '../../../session/use-member-name.js';
import { Totals } from '../check-in/totals.js';
import { UndoScan } from '../check-in/undo-scan.js';
import { useTotals } from '../check-in/use-totals.js';
import { ListFileButtons } from '../list-file/list-file-buttons.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { FlowSection } from './flow-section.js';

type Line = components['schemas']['AttendanceLineView'];

export function AttendancePage() {
  return <OfActivity>{(activity) => <Attendance activity={activity} />}</OfActivity>;
}

/** Who came, who is inside now, and how many were inside over time. */
function Attendance({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { id, title, state, timeZone } = activity;
  const { data: totals } = useTotals(id, true);
  return (
    <>
      <PageHead title={t('attendance.titleOf', { title })} back={`/activities/${id}/organise`}>
        <ListFileButtons activityId={id} list="attendance" />
      </PageHead>
      <p>
        {state === 'published' && <Link to={`/activities/${id}/check-in`}>{t('attendance.toDoor')}</Link>}
        {state === 'closed' && (
          <Link to={`/activities/${id}/attendance-corrections`}>{t('attendance.toCorrections')}</Link>
        )}
      </p>
      <Totals totals={totals} waitingCount={0} seats={totals?.seats ?? 0} />
      <FlowSection activityId={id} timeZone={timeZone} />
      <WhoCame activity={activity} />
    </>
  );
}

/** Until the activity is closed, a wrong scan can be undone here, also by a person who did not make it. */
function WhoCame({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const lines = useList('attendance', '/activities/{activityId}/attendance', { activityId: activity.id });
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('attendance.name'),
      cell: ({ personId, maskedName }) => <MemberName personId={personId} mask={maskedName} />,
    },
    { key: 'heads', title: t('attendance.heads'), isNumber: true, cell: ({ heads }) => format.number(heads) },
    {
      key: 'away',
      title: t('attendance.away'),
      isNumber: true,
      cell: ({ awayHeads }) => format.number(awayHeads),
    },
    { key: 'at', title: t('attendance.cameAt'), cell: ({ checkedInAt }) => format.instant(checkedInAt) },
    {
      key: 'walkIn',
      title: t('attendance.how'),
      cell: ({ walkIn }) => t(walkIn ? 'attendance.walkedIn' : 'attendance.hadSeat'),
    },
    {
      key: 'by',
      title: t('attendance.by'),
      cell: ({ operationId, doorName }) =>
        doorName ?? (operationId === null ? null : t('attendance.byStaff')),
    },
  ];
  const undoing: Column<Line> = {
    key: 'undo',
    title: t('checkIn.undo'),
    cell: (line) => <UndoOf activityId={activity.id} line={line} />,
  };
  return (
    <section className="card" aria-labelledby="who-came-title">
      <h2 id="who-came-title">{t('attendance.whoCame')}</h2>
      <PagedList list={lines} empty={{ text: t('attendance.nobodyYet') }}>
        {(items) => (
          <DataTable
            caption={t('attendance.whoCame')}
            columns={activity.state === 'published' ? [...columns, undoing] : columns}
            rows={items}
            rowKey={({ personId, operationId }) => `${personId} ${operationId ?? ''}`}
          />
        )}
      </PagedList>
    </section>
  );
}

function UndoOf({ activityId, line }: { readonly activityId: string; readonly line: Line }) {
  const { personId, maskedName, operationId } = line;
  const name = useMemberName(personId, maskedName);
  return operationId !== null && <UndoScan activityId={activityId} operationId={operationId} name={name} />;
}
