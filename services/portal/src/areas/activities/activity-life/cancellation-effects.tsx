import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Activity } from '../activity/use-activities.js';

export type CancellationEffect = AnswerAt<'/activities/{activityId}/cancellation-effect'>;

interface EffectsProps {
  readonly activity: Activity;
  readonly effect: CancellationEffect;
}

/** What would follow, part by part. It also says what stays as it is, so that nobody has to guess. */
export function CancellationEffects({ activity, effect }: EffectsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('life.effectHint')}</p>
      <Part title={t('life.effect.seats')}>
        <Seats effect={effect} />
      </Part>
      <Part title={t('life.effect.hosts')}>
        <Hosts effect={effect} />
      </Part>
      <Part title={t('life.effect.place')}>
        <Place activity={activity} effect={effect} />
      </Part>
      <Part title={t('life.effect.money')}>
        <Cost activity={activity} effect={effect} />
      </Part>
      <Part title={t('life.effect.notices')}>
        <Notices effect={effect} />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  );
}

type Shown = Pick<EffectsProps, 'effect'>;

function Seats({ effect: { seats, draw } }: Shown) {
  const { t } = useTranslation();
  const { confirmed, companions, held, waiting, checkedIn } = seats;
  const nobody = confirmed + held + waiting === 0;
  return (
    <>
      {nobody && <li>{t('life.effect.nobody')}</li>}
      {confirmed > 0 && (
        <li>
          {t(companions === 0 ? 'life.effect.confirmed' : 'life.effect.confirmedWith', {
            people: confirmed,
            companions,
          })}
        </li>
      )}
      {held > 0 && <li>{t('life.effect.held', { people: held })}</li>}
      {waiting > 0 && <li>{t('life.effect.waiting', { people: waiting })}</li>}
      {draw !== null && <li>{t('life.effect.draw', { people: draw.entries })}</li>}
      {checkedIn > 0 && (
        <li>
          <strong>{t('life.effect.checkedIn', { people: checkedIn })}</strong>
        </li>
      )}
    </>
  );
}

function Hosts({ effect: { coHosts, invitations, tasks, endsPendingAgreement } }: Shown) {
  const { t } = useTranslation();
  const names = coHosts.map(({ name }) => name).join(t('common.separator'));
  return (
    <>
      <li>{names === '' ? t('life.effect.noHosts') : t('life.effect.hostsTold', { names })}</li>
      {invitations > 0 && <li>{t('life.effect.invitations', { number: invitations })}</li>}
      {endsPendingAgreement && <li>{t('life.effect.pendingAgreement')}</li>}
      {tasks > 0 && <li>{t('life.effect.tasks', { number: tasks })}</li>}
    </>
  );
}

function Place({ activity, effect: { loan } }: EffectsProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  if (loan === null) return <li>{t('life.effect.noLoan')}</li>;
  const { id, resourceName: name, outcome } = loan;
  const period = format.period(loan.startsAt, loan.endsAt);
  return (
    <li>
      <p>{t(`life.effect.loan.${outcome}`, { name, period })}</p>
      <p>
        <Link to={`/loans/${id}`}>{t('life.effect.toLoan')}</Link>
      </p>
    </li>
  );
}

/** The cost pool of the activity, as far as the reader may see it: cancelling does not change what is booked. */
function Cost({ activity, effect: { agreement } }: EffectsProps) {
  const { t } = useTranslation();
  const query = agreement === null ? undefined : { activityId: activity.id, limit: 1 };
  const pools = useRead('costPool', '/cost-pools', query).data?.items;
  if (agreement === null) return <li>{t('life.effect.noAgreement')}</li>;
  const pool = pools?.[0];
  const names = agreement.parties.map(({ name }) => name).join(t('common.separator'));
  return (
    <>
      <li>{t('life.effect.agreed', { version: agreement.versionNumber, names })}</li>
      {pools?.length === 0 && <li>{t('life.effect.nothingBooked')}</li>}
      {pool !== undefined && (
        <li>
          <p>{t('life.effect.booked')}</p>
          <p>
            <Link to={`/cost-pools/${pool.id}`}>{t('life.effect.toPool')}</Link>
          </p>
        </li>
      )}
      <li>{t('life.effect.refunds')}</li>
    </>
  );
}

function Notices({ effect: { notices, reminders } }: Shown) {
  const { t } = useTranslation();
  const { participants, entrants, hosts } = notices;
  return (
    <>
      {participants + entrants + hosts === 0 && <li>{t('life.effect.nobodyTold')}</li>}
      {participants > 0 && <li>{t('life.effect.toldParticipants', { people: participants })}</li>}
      {entrants > 0 && <li>{t('life.effect.toldEntrants', { people: entrants })}</li>}
      {hosts > 0 && <li>{t('life.effect.toldHosts', { people: hosts })}</li>}
      {reminders > 0 && <li>{t('life.effect.reminders', { number: reminders })}</li>}
    </>
  );
}
