import '../organising/organising.css';
import './check-in.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shell/page-head.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import type { Activity } from '../organising/activity-form.js';
import { OfActivity } from '../organising/of-activity.js';
import { codeIn, personsOf } from './check-in.model.js';
import { DoorList } from './door-list.js';
import { FindByName } from './find-by-name.js';
import { QrCamera } from './qr-camera.js';
import { ScanLog } from './scan-log.js';
import { Totals } from './totals.js';
import { TypeCode } from './type-code.js';
import { useCheckIn } from './use-check-in.js';
import { useAttendance, useEverybody, useTotals } from './use-door-list.js';

export function CheckInPage() {
  return <OfActivity>{(activity) => <Door activity={activity} />}</OfActivity>;
}

/** The door: scanned, typed, found by name or ticked off the list; and paper is as good. */
function Door({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const isOpen = activity.state === 'published';
  return (
    <>
      <PageHead
        title={t('checkIn.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      >
        <Button onClick={() => print()}>{t('checkIn.print')}</Button>
      </PageHead>
      <p className="hint">{t('checkIn.paper')}</p>
      {!isOpen && (
        <Alert
          type="info"
          showIcon
          className="notice"
          title={t(activity.state === 'draft' ? 'checkIn.notYet' : 'checkIn.over')}
        />
      )}
      <Inside activity={activity} isOpen={isOpen} />
    </>
  );
}

function Inside({ activity, isOpen }: { readonly activity: Activity; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const totals = useTotals(activity.id);
  const everybody = useEverybody(activity.id);
  const attendance = useAttendance(activity.id, totals.data?.parties);
  const door = useCheckIn(activity.id);
  const [unread, setUnread] = useState<string | null>(null);
  const takeText = (text: string): void => {
    const code = codeIn(text);
    setUnread(code === null ? text : null);
    if (code !== null) door.scan({ code }, t('checkIn.codeIs', { code }));
  };
  if (everybody.isPending) return <LoadingState rows={8} />;
  if (everybody.data === undefined) {
    return <ErrorState error={everybody.error} onRetry={() => void everybody.refetch()} />;
  }
  const lines = everybody.data;
  const here = attendance.data ?? [];
  const justCheckedIn = new Set(
    door.answered.flatMap(({ item, answer }) =>
      item.registrationId && answer?.result !== 'refused' ? [item.registrationId] : [],
    ),
  );
  return (
    <>
      <Totals totals={totals.data} waitingCount={door.waiting.length} />
      {isOpen && (
        <section className="card door-scan" aria-labelledby="scan-title">
          <h2 id="scan-title">{t('checkIn.scan')}</h2>
          <TypeCode onText={takeText} />
          {unread !== null && (
            <p className="field-error" role="alert">
              {t('checkIn.noCode')}
            </p>
          )}
          <QrCamera onText={takeText} />
          <FindByName lines={lines} here={here} onScan={door.scan} />
        </section>
      )}
      <ScanLog door={door} />
      <DoorList
        persons={personsOf({ lines, here, justCheckedIn })}
        walkIns={here.filter(({ walkIn }) => walkIn)}
        waiting={door.waiting}
        isOpen={isOpen}
        onScan={door.scan}
      />
    </>
  );
}
