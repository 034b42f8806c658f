import './grant.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import type { Grant } from './grant-values.js';
import { useRevocationPreview } from './use-grant-previews.js';

const fates = ['stand', 'cancel'] as const;

/** Revokes a right, at once or from a day on, after showing the effect on loans. */
export function RevokeForm({ grant, onDone }: { readonly grant: Grant; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [futureLoans, setFutureLoans] = useState<(typeof fates)[number]>('stand');
  const revoke = useCommand('grant', 'post', '/resources/{resourceId}/grants/{grantId}/revoke');
  const { resourceId, id: grantId, version } = grant;
  const how = {
    futureLoans,
    ...(day === '' ? {} : { effectiveFrom: instantOf(`${day}T00:00`) }),
  };
  const body = { ...how, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
  return (
    <div className="inner-form">
      <div className="two-columns">
        <label className="grant-field">
          {t('grants.effectiveFrom')}
          <DateInput value={day} onChange={setDay} />
        </label>
        <label className="grant-field">
          {t('grants.futureLoans')}
          <Choice
            value={futureLoans}
            options={fates.map((value) => ({ value, label: t(`grants.futureIs.${value}`) }))}
            onChange={(value) => setFutureLoans(value ?? 'stand')}
          />
        </label>
      </div>
      <label className="grant-field">
        {t('grants.reason')}
        <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Effect grant={grant} how={how} />
      {revoke.isError && <Refusal title={t('resource.notSaved')} error={revoke.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={revoke.isPending}
          question={t(day === '' ? 'grants.revokeNow' : 'grants.revokeLater')}
          confirmText={t('resource.grant.revoke')}
          onConfirm={() => revoke.mutate({ resourceId, grantId, version, body }, { onSuccess: onDone })}
        >
          {t('resource.grant.revoke')}
        </ConfirmButton>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </div>
  );
}

interface EffectProps {
  readonly grant: Grant;
  readonly how: Parameters<typeof useRevocationPreview>[1];
}

/** The effect: in numbers first, then loan by loan. */
function Effect({ grant, how }: EffectProps) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const { data, error } = useRevocationPreview(grant, how);
  if (error !== null) return <Refusal title={t('grants.effectUnknown')} error={error} />;
  if (data === undefined) return <LoadingState rows={2} />;
  const counts = (['running', 'standing', 'cancelled', 'ending', 'carriedOn'] as const).filter(
    (name) => data[name] > 0,
  );
  return (
    <div className="right is-warn" aria-live="polite">
      <p>
        <strong>{t('grants.effect')}</strong>
      </p>
      {counts.length === 0 && <p>{t('grants.noEffect')}</p>}
      <ul className="plain-list">
        {counts.map((name) => (
          <li key={name}>{t(`grants.count.${name}`, { count: data[name] })}</li>
        ))}
      </ul>
      {data.loans.length > 0 && (
        <ul className="plain-list lines">
          {data.loans.map((loan) => (
            <li key={loan.id}>
              {loan.borrowerUnionName} · {period(loan.startsAt, loan.endsAt)} ·{' '}
              {t(`grants.fate.${loan.fate}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
