import '../../../kit/styles/organising.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import type { CoHost } from '../hosts/use-co-hosts.js';

const DeclineForm = lazyPart('DeclineForm', () => import('./decline-form.js'));

const CounterForm = lazyPart('CounterForm', () => import('./counter-form.js'), { texts: ['coHosting'] });

const states = ['invited', 'countered', 'accepted', 'declined', 'withdrawn', 'left'] as const;
type State = (typeof states)[number];

/** The invitations to the parties for which the person speaks. */
export function InvitationListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  return (
    <ListPage
      title={t('app.page.invitations')}
      actions={
        <Choice<State>
          {...(state === undefined ? {} : { value: state })}
          label={t('coHost.stateLabel')}
          options={[
            { value: '', label: t('common.all') },
            ...states.map((value) => ({ value, label: t(`coHost.state.${value}`) })),
          ]}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { state: chosen })}
        />
      }
      list={useList('coHost', '/co-host-invitations', state === undefined ? {} : { state })}
      empty={{ text: t('coHost.noInvitations') }}
    >
      {(items) => (
        <ul className="plain-list">
          {items.map((invitation) => (
            <li key={invitation.id}>
              <Invitation
                invitation={invitation}
                isOneOfSeveral={items.some(({ party }) => party.id !== invitation.party.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

interface InvitationProps {
  readonly invitation: CoHost;
  /** The person speaks for several parties, and has to know which of them is invited. */
  readonly isOneOfSeveral: boolean;
}

function Invitation({ invitation, isOneOfSeveral }: InvitationProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId, activityTitle, party, state, message, reason, counterNote } = invitation;
  return (
    <article className="card">
      <h2>
        <Link to={`/activities/${activityId}`}>{activityTitle}</Link>
      </h2>
      <p className="tags">
        <span className={`tag is-${state}`}>{t(`coHost.state.${state}`)}</span>
      </p>
      <dl className="facts">
        <dt>{t('coHost.from')}</dt>
        <dd>{invitation.organiser.name}</dd>
        {isOneOfSeveral && (
          <>
            <dt>{t('coHost.to')}</dt>
            <dd>{party.name}</dd>
          </>
        )}
        <dt>{t('coHost.starts')}</dt>
        <dd>{format.instant(invitation.activityStartsAt)}</dd>
        <dt>{t('coHost.since')}</dt>
        <dd>{format.instant(invitation.invitedAt)}</dd>
      </dl>
      {message !== null && <p className="prose quoted">{message}</p>}
      {counterNote !== null && <p className="prose">{t('coHost.myCounterWas', { note: counterNote })}</p>}
      {reason !== null && <p>{t('coHost.reasonWas', { reason })}</p>}
      {(state === 'invited' || state === 'countered') && <Answer invitation={invitation} />}
      {state === 'accepted' && (
        <Link to={`/activities/${activityId}/agreement`}>{t('coHost.toAgreement')}</Link>
      )}
    </article>
  );
}

/** Accepting binds the party to take part in the agreement; declining needs a reason. */
function Answer({ invitation }: { readonly invitation: CoHost }) {
  const { t } = useTranslation();
  const accept = useCommand('coHost', 'post', '/co-host-invitations/{invitationId}/accept');
  const [shown, setShown] = useState<'decline' | 'counter' | null>(null);
  const close = (): void => setShown(null);
  if (shown === 'decline') return <DeclineForm invitation={invitation} onBack={close} />;
  if (shown === 'counter' && invitation.state === 'invited')
    return <CounterForm invitation={invitation} onDone={close} />;
  return (
    <>
      {accept.isError && <Refusal title={t('coHost.notAccepted')} error={accept.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={accept.isPending}
          question={t('coHost.acceptQuestion', { name: invitation.party.name })}
          confirmText={t('coHost.accept')}
          onConfirm={() => accept.mutate({ invitationId: invitation.id, version: invitation.version })}
        >
          {t('coHost.accept')}
        </ConfirmButton>
        {invitation.state === 'invited' && (
          <Button onClick={() => setShown('counter')}>{t('coHost.counter')}</Button>
        )}
        <Button onClick={() => setShown('decline')}>{t('coHost.decline')}</Button>
        <Link to={`/activities/${invitation.activityId}/organise`}>{t('coHost.look')}</Link>
        <Preload part={DeclineForm} />
        <Preload part={CounterForm} />
      </div>
    </>
  );
}
