import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { PickedMember } from '../../../session/members-field.model.js';
import type { Activity } from '../activity/activity-form.js';
import type { RegistrationView } from '../registration/registration.model.js';
import { useRegisterOthers } from './use-register-others.js';
import { Input } from '../../../kit/input.js';

const MembersField = lazyPart('MembersField', () => import('../../../session/members-field.js'), {
  rows: 3,
  texts: ['membersField'],
});

const groupMax = 200;

/** Signs up members on their behalf: one, or a group in the order in which they get the seats. */
export function RegisterOthers({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [members, setMembers] = useState<readonly PickedMember[]>([]);
  const [reason, setReason] = useState('');
  const register = useRegisterOthers(activity.id);
  const send = (): void => {
    const personIds = members.map(({ personId }) => personId);
    const overrideReason = personIds.length === 1 && reason.trim() !== '' ? reason.trim() : null;
    const onSuccess = (): void => {
      setMembers([]);
      // The reason was about this one person.
      setReason('');
    };
    register.mutate({ personIds, overrideReason }, { onSuccess });
  };
  return (
    <details className="card register-others">
      <summary>{t('registrations.add')}</summary>
      <p className="hint">{t('registrations.addHint')}</p>
      <MembersField
        label={t('registrations.memberName')}
        value={members}
        max={groupMax}
        roles={['officer']}
        onlyActive
        onChange={setMembers}
      />
      {members.length === 1 && (
        <label className="override">
          <span>{t('registrations.override')}</span>
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {register.isError && <Refusal title={t('registrations.notAdded')} error={register.error} />}
      {register.isSuccess && <Outcome registrations={register.data} />}
      <Button type="primary" disabled={members.length === 0} loading={register.isPending} onClick={send}>
        {t('registrations.addCount', { count: members.length })}
      </Button>
    </details>
  );
}

function Outcome({ registrations }: { readonly registrations: readonly RegistrationView[] }) {
  const { t } = useTranslation();
  const waiting = registrations.filter(({ state }) => state === 'waitlisted').length;
  const seated = registrations.length - waiting;
  return (
    <Alert
      type={waiting === 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      className="notice"
      title={t('registrations.outcome', { seated, waiting })}
    />
  );
}
