import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Resource } from '../resource/resource-filters.js';
import { useEditResource } from '../resource/use-resource.js';

/** Takes a resource off the offer, or puts it back; loans that were approved stand. */
export function WithdrawButton({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const edit = useEditResource(resource.id);
  const { version, active, title } = resource;
  const turn = (): void => edit.mutate({ version, body: { active: !active } });
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
