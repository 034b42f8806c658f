import { deviceLabel } from '@gongxiang/domain/device-label';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { canPush, keepAddress, keptAddress, subscriptionHere } from '../../../session/push/push-here.js';
import { needsHomeScreen } from './device.model.js';
import { pushStanding } from './push-standing.model.js';
import { subscribeHere } from './subscribe.js';

type Addresses = components['schemas']['NoticeAddressPage'];

/** What this browser says of itself; asked again when the reader comes back from its settings. */
async function look() {
  if (!canPush()) return { permission: 'default', endpoint: null } as const;
  const { permission } = Notification;
  return { permission, endpoint: (await subscriptionHere())?.endpoint ?? null };
}

function useThisDevice() {
  return useQuery({
    queryKey: ['noticeAddress', 'thisDevice'],
    queryFn: look,
    networkMode: 'always',
    staleTime: 0,
  });
}

/** Turns notices on in the browser that one reads this in, or says what is in the way. */
export function ThisDevice({ addresses: { items, pushKey } }: { readonly addresses: Addresses }) {
  const { t } = useTranslation();
  const { data, error } = useThisDevice();
  const standing =
    data === undefined
      ? null
      : pushStanding({
          ...data,
          pushKey,
          canPush: canPush(),
          needsHomeScreen: needsHomeScreen(navigator.userAgent),
          kept: keptAddress(),
          addressIds: items.map(({ id }) => id),
        });
  return (
    <section className="card" aria-labelledby="this-device-title">
      <h2 id="this-device-title">{t('noticeSettings.thisDevice')}</h2>
      {error !== null && <Refusal title={t('noticeSettings.deviceUnknown')} error={error} />}
      <p role="status">
        {standing !== null && standing !== 'off' && t(`noticeSettings.standing.${standing}`)}
      </p>
      {standing === 'off' && pushKey !== null && <TurnOn pushKey={pushKey} />}
    </section>
  );
}

/** What it does is said before the browser asks. */
function TurnOn({ pushKey }: { readonly pushKey: string }) {
  const { t } = useTranslation();
  const { refetch } = useThisDevice();
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/push');
  const label = deviceLabel(navigator.userAgent) ?? t('noticeSettings.someBrowser');
  const subscribe = useMutation({
    mutationFn: () => subscribeHere(pushKey),
    networkMode: 'always',
    onSuccess: (made) => {
      if (made === null) return void refetch();
      const { endpoint } = made;
      add.mutate({ body: { ...made, label } }, { onSuccess: ({ id }) => keepAddress({ id, endpoint }) });
    },
  });
  return (
    <>
      <p>{t('noticeSettings.pushHint')}</p>
      <p role="status">{subscribe.data === null && t('noticeSettings.notAllowed')}</p>
      {subscribe.isError && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="notice"
          title={t('noticeSettings.turnOnFailed')}
          description={t('noticeSettings.noPushService')}
        />
      )}
      {add.isError && <Refusal title={t('noticeSettings.turnOnFailed')} error={add.error} />}
      <Button
        type="primary"
        loading={subscribe.isPending || add.isPending}
        onClick={() => subscribe.mutate()}
      >
        {t('noticeSettings.turnOn')}
      </Button>
    </>
  );
}
