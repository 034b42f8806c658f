import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../kit/states.js';
import { useBridgeName } from './bridge-words.js';
import { useBridges, useStartBridge } from './use-bridge.js';

/** On the sign-in page: a button for each account elsewhere that signs in here. */
export function BridgeButtons({ next }: { readonly next: string | null }) {
  const { t } = useTranslation();
  const { here } = useBridges();
  const nameOf = useBridgeName();
  const start = useStartBridge(next);
  return (
    <>
      {here.map((one) => (
        <Button
          key={one.bridge}
          block
          className="back"
          loading={start.isPending && start.variables === one.bridge}
          disabled={start.isPending}
          onClick={() => start.mutate(one.bridge)}
        >
          {t('bridge.signInWith', { name: nameOf(one) })}
        </Button>
      ))}
      {start.isError && <Refusal title={t('session.refused')} error={start.error} />}
    </>
  );
}
