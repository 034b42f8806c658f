import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { RegistrationView } from './registration.model.js';

interface CompanionListProps {
  readonly registration: RegistrationView;
  /** Whether one may still stay at home. */
  readonly mayLeave: boolean;
}

/** Who comes along; each may stay at home without the others. */
export function CompanionList({ registration, mayLeave }: CompanionListProps) {
  const { t } = useTranslation();
  const cancel = useCommand('registration', 'post', '/registrations/{registrationId}/cancel');
  const { id: registrationId, version, companions } = registration;
  return (
    <>
      <ul className="plain-list companion-list">
        {companions.map(({ name, ageBand }, index) => (
          <li key={index}>
            <span>
              {ageBand === null
                ? name
                : t('registration.companionIs', { name, age: t(`registration.ageBand.${ageBand}`) })}
            </span>
            {mayLeave && (
              <ConfirmButton
                size="small"
                loading={cancel.isPending}
                aria-label={t('registration.leavesOf', { name })}
                question={t('registration.leavesQuestion', { name })}
                confirmText={t('registration.leaves')}
                onConfirm={() => cancel.mutate({ registrationId, version, body: { companions: [name] } })}
              >
                {t('registration.leaves')}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {cancel.isError && <Refusal title={t('registration.cancelFailed')} error={cancel.error} />}
    </>
  );
}
