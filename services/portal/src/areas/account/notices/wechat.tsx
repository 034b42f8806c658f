import '../../../kit/styles/check-in-code.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { QrCode } from '../../../kit/qr-code.js';
import { Refusal } from '../../../kit/states.js';
import { isInApp } from '../bridge/use-bridge.js';
import { keepBegun } from './wechat-begun.js';

type Begun = components['schemas']['WechatAddressView'];
type Address = components['schemas']['NoticeAddressView'];

/** The reader's WeChat: in WeChat it is opened at once, elsewhere shown to their phone. */
export function Wechat({ addresses }: { readonly addresses: readonly Address[] }) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<Begun | null>(null);
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/wechat');
  const begin = (): void =>
    add.mutate(undefined, {
      onSuccess: (started) => {
        if (!isInApp('wechat')) return setBegun(started);
        keepBegun(started);
        location.assign(started.url);
      },
    });
  // Once its code was entered, or it was removed, there is nothing more to scan.
  const isScanned =
    begun !== null && addresses.some(({ id, state }) => id === begun.id && state === 'unproved');
  return (
    <li>
      <div>
        <p>{t('noticeSettings.way.wechat.title')}</p>
        <p className="hint">{t('noticeSettings.way.wechat.hint')}</p>
        {add.isError && <Refusal title={t('noticeSettings.way.wechat.refused')} error={add.error} />}
        {isScanned && <ToScan begun={begun} onClose={() => setBegun(null)} />}
      </div>
      {!isScanned && (
        <Button loading={add.isPending} onClick={begin}>
          {t('noticeSettings.way.wechat.add')}
        </Button>
      )}
    </li>
  );
}

interface ToScanProps {
  readonly begun: Begun;
  readonly onClose: () => void;
}

function ToScan({ begun: { url, until }, onClose }: ToScanProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p role="status">{t('noticeSettings.way.wechat.scan', { time: format.instant(until) })}</p>
      <QrCode text={url} label={t('noticeSettings.way.wechat.qr')} />
      <p className="hint">{t('noticeSettings.way.wechat.copyHint')}</p>
      <div className="actions">
        <CopyButton
          text={url}
          label={t('noticeSettings.way.wechat.copy')}
          doneText={t('noticeSettings.way.wechat.copied')}
          failedText={t('noticeSettings.way.wechat.copyFailed')}
        />
        <Button onClick={onClose}>{t('noticeSettings.way.wechat.close')}</Button>
      </div>
    </>
  );
}
