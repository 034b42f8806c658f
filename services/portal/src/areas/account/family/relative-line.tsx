import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Relative } from '../../activities/registration/use-family.js';
import { RelativeForm } from './relative-form.js';

interface LineProps {
  readonly relative: Relative;
}

/** Somebody of the family, or who came along before. */
export function RelativeLine({ relative }: LineProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  const { id, name, ageBand } = relative;
  if (isOpen)
    return (
      <li>
        {id === null ? (
          <KeepBrought relative={relative} onClose={close} />
        ) : (
          <ChangeKept relativeId={id} relative={relative} onClose={close} />
        )}
      </li>
    );
  return (
    <li>
      <span>
        {ageBand === null
          ? name
          : t('registration.companionIs', { name, age: t(`registration.ageBand.${ageBand}`) })}
      </span>
      <div className="actions">
        <Button
          aria-label={t(id === null ? 'family.keepOf' : 'family.changeOf', { name })}
          onClick={() => setIsOpen(true)}
        >
          {t(id === null ? 'family.keep' : 'family.change')}
        </Button>
        {id === null ? <Dismiss name={name} /> : <Remove relativeId={id} name={name} />}
      </div>
    </li>
  );
}

interface FormProps extends LineProps {
  readonly onClose: () => void;
}

/** Put right as they are kept, they are not offered under the old name any more. */
function KeepBrought({ relative, onClose }: FormProps) {
  const { t } = useTranslation();
  const keep = useCommand('family', 'post', '/me/companions');
  return (
    <RelativeForm
      command={keep}
      input={(body) => ({ body: { ...body, broughtAs: relative.name } })}
      relative={relative}
      submit={t('family.keep')}
      onClose={onClose}
    />
  );
}

function ChangeKept({ relativeId, relative, onClose }: FormProps & { readonly relativeId: string }) {
  const { t } = useTranslation();
  const change = useCommand('family', 'put', '/me/companions/{relativeId}');
  return (
    <RelativeForm
      command={change}
      input={(body) => ({ relativeId, body })}
      relative={relative}
      submit={t('common.save')}
      onClose={onClose}
    />
  );
}

function Remove({ relativeId, name }: { readonly relativeId: string; readonly name: string }) {
  const { t } = useTranslation();
  const remove = useCommand('family', 'delete', '/me/companions/{relativeId}');
  return (
    <>
      <ConfirmButton
        danger
        loading={remove.isPending}
        aria-label={t('family.removeOf', { name })}
        question={t('family.removeQuestion', { name })}
        confirmText={t('family.remove')}
        onConfirm={() => remove.mutate({ relativeId })}
      >
        {t('family.remove')}
      </ConfirmButton>
      {remove.isError && <Refusal title={t('family.refused')} error={remove.error} />}
    </>
  );
}

function Dismiss({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const dismiss = useCommand('family', 'post', '/me/companions/dismiss');
  return (
    <>
      <ConfirmButton
        loading={dismiss.isPending}
        aria-label={t('family.dismissOf', { name })}
        question={t('family.dismissQuestion', { name })}
        confirmText={t('family.dismiss')}
        onConfirm={() => dismiss.mutate({ body: { name } })}
      >
        {t('family.dismiss')}
      </ConfirmButton>
      {dismiss.isError && <Refusal title={t('family.refused')} error={dismiss.error} />}
    </>
  );
}
