import './mutual-interest.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { MatchList } from './match-list.js';
import { MyCard } from './my-card.js';
import { OtherList } from './other-list.js';

type MutualInterest = components['schemas']['MutualInterestView'];

/** Those who were at a matchmaking activity choose in secret whom they would like to meet again. */
export function MutualInterestPage() {
  return <OfActivity>{(activity) => <OfOne activity={activity} />}</OfActivity>;
}

function OfOne({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const interest = useRead('mutualInterest', '/activities/{activityId}/mutual-interest', {
    activityId: activity.id,
  });
  return (
    <>
      <PageHead
        title={t('mutualInterest.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}`}
      />
      <Loaded query={interest}>{(data) => <Step activity={activity} interest={data} />}</Loaded>
    </>
  );
}

interface StepProps {
  readonly activity: Activity;
  readonly interest: MutualInterest;
}

function Step({ activity, interest }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { step, wasThere, me, matches } = interest;
  return (
    <>
      <Standing step={step} wasThere={wasThere} />
      {(me !== null || matches.length > 0) && (
        <MatchList activityId={activity.id} timeZone={activity.timeZone} matches={matches} />
      )}
      {step === 'open' && wasThere && (
        <>
          <p>{t('mutualInterest.secret')}</p>
          <p className="hint">{t('mutualInterest.until', { time: format.instant(interest.endsAt) })}</p>
          <MyCard activityId={activity.id} card={me} consentAsked={interest.consentAsked} />
          {me !== null && <OtherList activityId={activity.id} interest={interest} />}
        </>
      )}
      {me !== null && <Leave activityId={activity.id} />}
    </>
  );
}

/** Why nobody can choose now; nothing while the choice is open. */
function Standing({ step, wasThere }: Pick<MutualInterest, 'step' | 'wasThere'>) {
  const { t } = useTranslation();
  if (step === 'open' && wasThere) return null;
  const title = step === 'open' ? t('mutualInterest.notThere') : t(`mutualInterest.step.${step}`);
  return <Alert type="info" showIcon role="status" className="notice" title={title} />;
}

function Leave({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const leave = useCommand('mutualInterest', 'delete', '/activities/{activityId}/mutual-interest/me');
  return (
    <>
      {leave.isError && <Refusal title={t('mutualInterest.notDone')} error={leave.error} />}
      <ConfirmButton
        danger
        loading={leave.isPending}
        question={t('mutualInterest.leaveQuestion')}
        confirmText={t('mutualInterest.leaveYes')}
        onConfirm={() => leave.mutate({ activityId })}
      >
        {t('mutualInterest.leave')}
      </ConfirmButton>
    </>
  );
}
