import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Credentials, Proof } from './proof.model.js';
import { ProvedForm } from './proved-form.js';
import { canUsePasskeys, makePasskey } from './webauthn.js';

type Passkey = components['schemas']['PasskeyView'];

interface PasskeyPartProps {
  readonly credentials: Credentials;
  readonly onCodes: (codes: readonly string[] | null) => void;
}

/** The passkeys of the person, and how another is added. */
export function PasskeyPart({ credentials, onCodes }: PasskeyPartProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const { passkeys } = credentials;
  const add = async (proof: Proof, { name }: NameForm) => {
    const { options } = await request('post', '/me/credentials/passkeys/options', { body: { proof } }, {});
    const passkey = await makePasskey(options, t('credential.passkeyAborted'));
    return request('post', '/me/credentials/passkeys', { body: { name: name.trim(), passkey } }, {});
  };
  return (
    <>
      <h3>{t('credential.passkeys')}</h3>
      <p className="hint">{t('credential.passkeysHint')}</p>
      {passkeys.length === 0 && <p>{t('credential.passkeysNone')}</p>}
      <ul className="plain-list account-lines">
        {passkeys.map((one) => (
          <PasskeyLine key={one.id} passkey={one} credentials={credentials} />
        ))}
      </ul>
      {!canUsePasskeys() && <p className="hint">{t('credential.passkeysUnsupported')}</p>}
      {canUsePasskeys() && !isAdding && (
        <Button onClick={() => setIsAdding(true)}>{t('credential.passkeyAdd')}</Button>
      )}
      {isAdding && (
        <ProvedForm<NameForm, components['schemas']['AddedPasskeyView']>
          name="add-passkey"
          credentials={credentials}
          send={add}
          submit={t('credential.passkeyAdd')}
          onDone={({ recoveryCodes }) => {
            onCodes(recoveryCodes);
            setIsAdding(false);
          }}
          onCancel={() => setIsAdding(false)}
        >
          <NameField />
        </ProvedForm>
      )}
    </>
  );
}

interface NameForm {
  readonly name: string;
}

function NameField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="name"
      label={t('credential.passkeyName')}
      rules={[{ required: true, whitespace: true, message: t('credential.passkeyNameRequired') }]}
    >
      <Input maxLength={60} placeholder={t('credential.passkeyNameExample')} autoComplete="off" />
    </Form.Item>
  );
}

interface PasskeyLineProps {
  readonly passkey: Passkey;
  readonly credentials: Credentials;
}

function PasskeyLine({ passkey: { id, name, createdAt, usedAt }, credentials }: PasskeyLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [act, setAct] = useState<'rename' | 'remove' | null>(null);
  const rename = useCommand('credential', 'patch', '/me/credentials/passkeys/{passkeyId}');
  const close = (): void => setAct(null);
  const used = usedAt === null ? t('credential.passkeyUnused') : format.instant(usedAt);
  return (
    <li>
      <div className="account-line">
        <p>{name}</p>
        <p className="hint">{t('credential.passkeyLine', { created: format.instant(createdAt), used })}</p>
        {act === 'rename' && (
          <CommandForm
            name={`rename-${id}`}
            command={rename}
            input={(typed: NameForm) => ({ passkeyId: id, body: { name: typed.name.trim() } })}
            initialValues={{ name }}
            submit={t('credential.passkeySaved')}
            done={null}
            refused={t('credential.refused')}
            onDone={close}
            onCancel={close}
          >
            <NameField />
          </CommandForm>
        )}
        {act === 'remove' && (
          <>
            <p>{t('credential.passkeyRemoveHint', { name })}</p>
            <ProvedForm
              name={`remove-${id}`}
              credentials={credentials}
              send={(proof) =>
                request(
                  'post',
                  '/me/credentials/passkeys/{passkeyId}/remove',
                  { passkeyId: id, body: { proof } },
                  {},
                )
              }
              submit={t('credential.passkeyRemove')}
              danger
              onDone={close}
              onCancel={close}
            />
          </>
        )}
      </div>
      {act === null && (
        <div>
          <Button aria-label={t('credential.passkeyRenameOf', { name })} onClick={() => setAct('rename')}>
            {t('credential.passkeyRename')}
          </Button>{' '}
          <Button
            danger
            aria-label={t('credential.passkeyRemoveOf', { name })}
            onClick={() => setAct('remove')}
          >
            {t('credential.passkeyRemove')}
          </Button>
        </div>
      )}
    </li>
  );
}
