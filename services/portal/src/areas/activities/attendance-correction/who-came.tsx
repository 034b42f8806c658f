import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MemberName } from '../../../session/member-name.js';
import { useMemberName } from '../../../session/use-member-name.js';
import type { Activity } from '../activity/activity-form.js';
import type { Chosen } from './propose-form.js';

type Line = components['schemas']['AttendanceLineView'];

interface WhoCameProps {
  readonly activity: Activity;
  readonly onChoose: (person: Chosen) => void;
}

/** The recorded attendance, each line with a button that corrects it. */
export function WhoCame({ activity, onChoose }: WhoCameProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const lines = useList('attendance', '/activities/{activityId}/attendance', { activityId: activity.id });
  const choose = (person: Chosen): void => {
    onChoose(person);
    document.getElementById('propose-title')?.scrollIntoView({ block: 'start' });
  };
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('correction.name'),
      cell: ({ personId, maskedName }) => <MemberName personId={personId} mask={maskedName} />,
    },
    { key: 'heads', title: t('correction.heads'), isNumber: true, cell: ({ heads }) => format.number(heads) },
    { key: 'at', title: t('correction.cameAt'), cell: ({ checkedInAt }) => format.instant(checkedInAt) },
    {
      key: 'walkIn',
      title: t('correction.walkIn'),
      cell: ({ walkIn }) => t(walkIn ? 'correction.isWalkIn' : 'correction.isRegistered'),
    },
    {
      key: 'correct',
      title: t('correction.do'),
      cell: (line) => <Correct line={line} onChoose={choose} />,
    },
  ];
  return (
    <section className="card" aria-labelledby="who-came-title">
      <h2 id="who-came-title">{t('correction.whoCame')}</h2>
      <PagedList list={lines} empty={{ text: t('correction.nobodyCame') }}>
        {(items) => (
          <DataTable
            caption={t('correction.whoCame')}
            columns={columns}
            rows={items}
            rowKey={({ personId }) => personId}
          />
        )}
      </PagedList>
    </section>
  );
}

interface CorrectProps {
  readonly line: Line;
  readonly onChoose: (person: Chosen) => void;
}

function Correct({ line: { personId, maskedName, heads }, onChoose }: CorrectProps) {
  const { t } = useTranslation();
  const name = useMemberName(personId, maskedName);
  return (
    <Button
      aria-label={t('correction.correctOf', { name })}
      onClick={() => onChoose({ personId, name, heads })}
    >
      {t('correction.correct')}
    </Button>
  );
}
