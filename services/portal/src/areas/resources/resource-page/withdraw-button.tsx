import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Resource } from '../resource/resource-filters.js';

/** Withdraws a resource from the offers, or offers it again; approved loans stand. */
export function WithdrawButton({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const edit = useCommand('resource', 'patch', '/resources/{resourceId}', { onStale: 'refuse' });
  const { id: resourceId, version, active, title } = resource;
  const turn = (): void => edit.mutate({ resourceId, version, body: { active: !active } });
  return (
    <>
      {active ? (
        <ConfirmButton
          danger
          loading={edit.isPending}
          question={t('resource.withdrawQuestion', { title })}
          confirmText={t('resource.withdraw')}
          onConfirm={turn}
        >
          {t('resource.withdraw')}
        </ConfirmButton>
      ) : (
        <Button loading={edit.isPending} onClick={turn}>
          {t('resource.offerAgain')}
        </Button>
      )}
      {edit.isError && <Refusal title={t('resource.notSaved')} error={edit.error} />}
    </>
  );
}
