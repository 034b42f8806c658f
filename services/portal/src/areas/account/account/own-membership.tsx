import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';

const OwnLapse = lazyPart('OwnLapse', () => import('../../members/lapse/own-lapse.js'), {
  rows: 0,
  texts: ['lapse'],
});

type OwnMembership = components['schemas']['OwnMembershipView'];

/** The reader's membership: what it is, how to leave, and how to take that back. */
export function OwnMembershipSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('member', '/me/membership', {});
  return (
    <>
      {data === undefined && error === null && <LoadingState rows={3} />}
      {isMissing(error) && <p className="hint">{t('membership.never')}</p>}
      {error !== null && !isMissing(error) && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <OneMembership membership={data} />}
    </>
  );
}

function OneMembership({ membership }: { readonly membership: OwnMembership }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionName, standing, retainedReason, validFrom, validTo, state } = membership;
  const kind = t(`membership.standing.${standing}`);
  const because = retainedReason === null ? '' : ` · ${t(`membership.retainedFor.${retainedReason}`)}`;
  return (
    <>
      <dl className="facts">
        <dt>{t('membership.union')}</dt>
        <dd>{unionName}</dd>
        <dt>{t('membership.kind')}</dt>
        <dd>{`${kind}${because}`}</dd>
        <dt>{t('membership.from')}</dt>
        <dd>{format.date(validFrom)}</dd>
        {validTo !== null && (
          <>
            <dt>{t('membership.to')}</dt>
            <dd>{format.date(validTo)}</dd>
          </>
        )}
      </dl>
      <OwnLapse />
      {standing === 'retained' && <p className="hint">{t('membership.retainedHint')}</p>}
      {state === 'ended' ? <Left membership={membership} /> : <Leave membership={membership} />}
    </>
  );
}

/** Asks once, after it has said what ends and what stays. */
function Leave({ membership }: { readonly membership: OwnMembership }) {
  const { t } = useTranslation();
  const leave = useCommand('member', 'post', '/me/membership/leave');
  const { version, unionName: union, needsSuccessor } = membership;
  if (needsSuccessor.length > 0) return <NeedsSuccessor membership={membership} />;
  return (
    <details>
      <summary>{t('membership.leaveTitle')}</summary>
      <p>{t('membership.ends')}</p>
      <p>{t('membership.stays')}</p>
      {leave.isError && <Refusal title={t('membership.refused')} error={leave.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={leave.isPending}
          question={t('membership.leaveQuestion', { union })}
          confirmText={t('membership.leave')}
          onConfirm={() => leave.mutate({ version })}
        >
          {t('membership.leave')}
        </ConfirmButton>
      </div>
    </details>
  );
}

/** Somebody who is the only officer of a union names another there, or hands the office up, before they leave. */
function NeedsSuccessor({ membership }: { readonly membership: OwnMembership }) {
  const { t } = useTranslation();
  const handUp = useCommand('role', 'post', '/unions/{unionId}/hand-up');
  return (
    <details>
      <summary>{t('membership.leaveTitle')}</summary>
      <p>{t('membership.needsSuccessor')}</p>
      {handUp.isError && <Refusal title={t('membership.refused')} error={handUp.error} />}
      <ul className="plain-list rows">
        {membership.needsSuccessor.map(({ unionId, unionName }) => (
          <li key={unionId} className="row">
            <Link to={`/unions/${unionId}`}>{t('membership.nameSuccessor', { union: unionName })}</Link>
            <ConfirmButton
              loading={handUp.isPending}
              question={t('membership.handUpQuestion', { union: unionName })}
              confirmText={t('membership.handUp')}
              onConfirm={() => handUp.mutate({ unionId })}
            >
              {t('membership.handUp')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Left({ membership: { version, returnableUntil } }: { readonly membership: OwnMembership }) {
  const { t } = useTranslation();
  const format = useFormat();
  const comeBack = useCommand('member', 'post', '/me/membership/return');
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="notice"
        title={t('membership.left')}
        description={t('membership.stays')}
      />
      {returnableUntil !== null && (
        <>
          <p>{t('membership.returnable', { time: format.instant(returnableUntil) })}</p>
          {comeBack.isError && <Refusal title={t('membership.refused')} error={comeBack.error} />}
          <div className="actions">
            <ConfirmButton
              loading={comeBack.isPending}
              question={t('membership.returnQuestion')}
              confirmText={t('membership.return')}
              onConfirm={() => comeBack.mutate({ version })}
            >
              {t('membership.return')}
            </ConfirmButton>
          </div>
        </>
      )}
    </>
  );
}
