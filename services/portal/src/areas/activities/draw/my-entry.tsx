import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { useIsBarred } from '../eligibility/use-eligibility.js';
import { type Sending, SignUpFormPanel } from '../registration/sign-up-form.js';
import { useMyRegistration } from '../registration/use-registration.js';
import type { DrawPhase } from './draw-times.js';
import type { Draw, DrawEntry } from './use-draw.js';

interface MyEntryProps {
  readonly activity: Activity;
  readonly draw: Draw;
  readonly phase: DrawPhase;
}

/** Whether the person has entered, how to enter and withdraw, and the result. */
export function MyEntry({ activity, draw, phase }: MyEntryProps) {
  const { mine } = draw;
  if (phase === 'drawn') return <Result mine={mine} />;
  if (phase === 'cancelled' || phase === 'ahead') return null;
  if (mine?.state === 'entered') return <Entered draw={draw} mine={mine} mayLeave={phase === 'open'} />;
  if (phase === 'closing') return <NotIn />;
  return (
    <>
      {mine?.state === 'withdrawn' && <Notice text="draw.withdrawn" />}
      <Enter activity={activity} />
    </>
  );
}

function Enter({ activity }: { readonly activity: Activity }) {
  const registration = useMyRegistration(activity.id);
  const isBarred = useIsBarred(activity);
  if (isBarred) return <Notice text="registration.barred" />;
  if (activity.state !== 'published') return <Notice text="draw.notPublished" />;
  const state = registration.data?.state ?? 'cancelled';
  if (state !== 'cancelled' && state !== 'expired') return <Notice text="draw.hasRegistration" />;
  return <SignUpFormPanel activity={activity} before={null} useSend={useEntering} words="draw" />;
}

/** The form of a sign-up, sent to the draw. */
function useEntering(activity: Activity): Sending {
  const enter = useCommand('draw', 'post', '/draws/{drawId}/entries');
  const drawId = activity.draw?.id ?? '';
  return { ...enter, mutate: (body, then) => enter.mutate({ drawId, body }, then) };
}

function useWithdrawEntry(drawId: string) {
  return useSubmit({
    touches: ['draw'],
    // The time of the entry makes the key: an entry that is made later is another one to withdraw.
    send: (_enteredAt: string, key) => request('post', '/draws/{drawId}/withdraw-entry', { drawId }, { key }),
  });
}

function Entered({
  draw,
  mine,
  mayLeave,
}: {
  readonly draw: Draw;
  readonly mine: DrawEntry;
  readonly mayLeave: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat(draw.timeZone);
  const withdraw = useWithdrawEntry(draw.id);
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        className="notice"
        title={t('draw.entered')}
        description={
          <ul className="plain-list">
            <li>{t('draw.enteredHeads', { count: mine.heads })}</li>
            <li>{t('draw.enteredAt', { time: format.instant(mine.enteredAt) })}</li>
            <li>{t('draw.enteredNext')}</li>
          </ul>
        }
      />
      {withdraw.isError && <Refusal title={t('draw.notWithdrawn')} error={withdraw.error} />}
      {mayLeave && (
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t('draw.withdrawQuestion')}
          confirmText={t('draw.withdrawYes')}
          onConfirm={() => withdraw.mutate(mine.enteredAt)}
        >
          {t('draw.withdraw')}
        </ConfirmButton>
      )}
    </>
  );
}

const resultTypes = { seat: 'success', line: 'warning' } as const;

function Result({ mine }: { readonly mine: DrawEntry | null }) {
  return mine === null || mine.state === 'withdrawn' ? <NotIn /> : <Drawn mine={mine} />;
}

function Drawn({ mine }: { readonly mine: DrawEntry }) {
  const { t } = useTranslation();
  const { result, place, weight, timesCame, outReason } = mine;
  if (outReason !== null || result === null || place === null) {
    const why = outReason === null ? undefined : t(`draw.out.${outReason}`);
    return (
      <Alert
        type="warning"
        showIcon
        role="status"
        className="notice"
        title={t('draw.result.out')}
        description={why}
      />
    );
  }
  const isWeighted = weight !== null && timesCame !== null;
  return (
    <Alert
      type={resultTypes[result]}
      showIcon
      role="status"
      className="notice"
      title={t(`draw.result.${result}`, { place })}
      description={isWeighted ? t('draw.tickets', { count: weight, times: timesCame }) : undefined}
    />
  );
}

function NotIn() {
  return <Notice text="draw.notIn" />;
}

type NoticeText =
  'registration.barred' | 'draw.notIn' | 'draw.withdrawn' | 'draw.notPublished' | 'draw.hasRegistration';

function Notice({ text }: { readonly text: NoticeText }) {
  const { t } = useTranslation();
  return <Alert type="info" showIcon role="status" className="notice" title={t(text)} />;
}
