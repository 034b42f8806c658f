import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { Input } from '../../../kit/input.js';
import { QrCode } from '../../../kit/qr-code.js';
import type { Credentials } from './proof.model.js';
import { ProvedForm } from './proved-form.js';

type SetUp = components['schemas']['TotpSetUpView'];

interface TotpPartProps {
  readonly credentials: Credentials;
  readonly onCodes: (codes: readonly string[] | null) => void;
}

/** The authenticator app: none, being set up, or there. */
export function TotpPart({ credentials, onCodes }: TotpPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { totp } = credentials;
  const close = (): void => setIsOpen(false);
  return (
    <>
      <h3>{t('credential.app')}</h3>
      <p className="hint">
        {totp === null
          ? t('credential.appHint')
          : t('credential.appSince', { when: format.instant(totp.since) })}
      </p>
      {!isOpen && (
        <Button danger={totp !== null} onClick={() => setIsOpen(true)}>
          {totp === null ? t('credential.appAdd') : t('credential.appRemove')}
        </Button>
      )}
      {isOpen && totp !== null && <RemoveApp credentials={credentials} onClose={close} />}
      {isOpen && totp === null && <AddApp credentials={credentials} onCodes={onCodes} onClose={close} />}
    </>
  );
}

interface RemoveAppProps {
  readonly credentials: Credentials;
  readonly onClose: () => void;
}

function RemoveApp({ credentials, onClose }: RemoveAppProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('credential.appRemoveHint')}</p>
      <ProvedForm
        name="remove-app"
        credentials={credentials}
        send={(proof) => request('post', '/me/credentials/totp/remove', { body: { proof } }, {})}
        submit={t('credential.appRemove')}
        danger
        onDone={onClose}
        onCancel={onClose}
      />
    </>
  );
}

function AddApp({ credentials, onCodes, onClose }: TotpPartProps & RemoveAppProps) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<SetUp | null>(null);
  if (begun === null)
    return (
      <ProvedForm
        name="add-app"
        credentials={credentials}
        send={(proof) => request('post', '/me/credentials/totp', { body: { proof } }, {})}
        submit={t('credential.go')}
        onDone={setBegun}
        onCancel={onClose}
      />
    );
  const finish = (codes: readonly string[] | null): void => {
    onCodes(codes);
    onClose();
  };
  return <ConfirmApp begun={begun} onDone={finish} onCancel={onClose} />;
}

interface ConfirmAppProps {
  readonly begun: SetUp;
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onCancel: () => void;
}

/** The key is kept only in memory, until the page is left. */
function ConfirmApp({ begun: { secret, uri }, onDone, onCancel }: ConfirmAppProps) {
  const { t } = useTranslation();
  const confirm = useCommand('credential', 'post', '/me/credentials/totp/confirm');
  return (
    <>
      <p>{t('credential.appScan')}</p>
      <QrCode text={uri} label={t('credential.appQr')} />
      <code className="key-text" aria-label={t('credential.appKey')}>
        {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </code>
      <CopyButton
        text={secret}
        label={t('credential.copyKey')}
        doneText={t('credential.copied')}
        failedText={t('credential.copyFailed')}
      />
      <CommandForm
        name="confirm-app"
        command={confirm}
        input={({ code }: { readonly code: string }) => ({ body: { code } })}
        submit={t('credential.appConfirm')}
        refused={t('credential.refused')}
        onDone={({ recoveryCodes }) => onDone(recoveryCodes)}
        onCancel={onCancel}
        cancel={t('credential.cancel')}
      >
        <Form.Item
          name="code"
          label={t('credential.appCode')}
          rules={[{ required: true, whitespace: true, message: t('credential.codeRequired') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={40} />
        </Form.Item>
      </CommandForm>
    </>
  );
}
