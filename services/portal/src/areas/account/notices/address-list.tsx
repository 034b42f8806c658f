import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { endPush, keptAddress } from '../../../session/push/push-here.js';

const ProveForm = lazyPart('ProveForm', () => import('./code-forms.js'), { rows: 2 });

type Address = components['schemas']['NoticeAddressView'];

/** Where notices go beside the inbox. */
export function AddressList({ addresses }: { readonly addresses: readonly Address[] }) {
  const { t } = useTranslation();
  const [tested, setTested] = useState<string | null>(null);
  const test = useCommand('noticeAddress', 'post', '/me/notice-addresses/{addressId}/test');
  const remove = useCommand('noticeAddress', 'delete', '/me/notice-addresses/{addressId}');
  const testOne = ({ id, label }: Address): void => {
    setTested(null);
    test.mutate({ addressId: id }, { onSuccess: () => setTested(label) });
  };
  const removeOne = ({ id }: Address): void => {
    const isHere = keptAddress()?.id === id;
    setTested(null);
    remove.mutate({ addressId: id }, { onSuccess: () => void (isHere && endPush()) });
  };
  return (
    <>
      {addresses.length === 0 && <p>{t('noticeSettings.none')}</p>}
      <ul className="plain-list acted-lines notice-addresses">
        {addresses.map((address) => (
          <AddressLine
            key={address.id}
            address={address}
            isTesting={test.isPending && test.variables.addressId === address.id}
            isRemoving={remove.isPending && remove.variables.addressId === address.id}
            onTest={() => testOne(address)}
            onRemove={() => removeOne(address)}
          />
        ))}
      </ul>
      <p role="status" aria-live="polite">
        {tested !== null && t('noticeSettings.tested', { label: tested })}
      </p>
      {test.isError && <Refusal title={t('noticeSettings.testFailed')} error={test.error} />}
      {remove.isError && <Refusal title={t('noticeSettings.removeFailed')} error={remove.error} />}
    </>
  );
}

interface AddressLineProps {
  readonly address: Address;
  readonly isTesting: boolean;
  readonly isRemoving: boolean;
  readonly onTest: () => void;
  readonly onRemove: () => void;
}

function AddressLine({ address, isTesting, isRemoving, onTest, onRemove }: AddressLineProps) {
  const { t } = useTranslation();
  const { id, channel, label, state } = address;
  return (
    <li>
      <div>
        <p>{label}</p>
        <Standing address={address} />
        {state === 'unproved' && <ProveForm addressId={id} channel={channel} label={label} />}
      </div>
      <div className="actions">
        {state === 'active' && (
          <Button loading={isTesting} aria-label={t('noticeSettings.testOf', { label })} onClick={onTest}>
            {t('noticeSettings.test')}
          </Button>
        )}
        <ConfirmButton
          danger
          loading={isRemoving}
          question={t('noticeSettings.removeQuestion', { label })}
          confirmText={t('noticeSettings.removeYes')}
          aria-label={t('noticeSettings.removeOf', { label })}
          onConfirm={onRemove}
        >
          {t('noticeSettings.remove')}
        </ConfirmButton>
      </div>
    </li>
  );
}

function Standing({
  address: { id, channel, state, reachedAt, failingSince },
}: {
  readonly address: Address;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="hint">
      <span>{t(`noticeSettings.channel.${channel}`)}</span>
      {keptAddress()?.id === id && <span>{t('noticeSettings.thisDevice')}</span>}
      {state === 'unproved' && <strong>{t('noticeSettings.unproved')}</strong>}
      {state === 'active' && (
        <span>
          {reachedAt === null
            ? t('noticeSettings.neverReached')
            : t('noticeSettings.reached', { time: format.instant(reachedAt) })}
        </span>
      )}
      {failingSince !== null && (
        <strong>{t('noticeSettings.failing', { time: format.instant(failingSince) })}</strong>
      )}
    </p>
  );
}
