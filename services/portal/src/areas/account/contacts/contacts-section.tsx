import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import type { Credentials } from '../credential/proof.model.js';
import { ProvedForm } from '../credential/proved-form.js';

type Contacts = components['schemas']['OwnContactsView'];
type Change = components['schemas']['PhoneChangeView'];

/** On the account page: the phone that the person signs in with, and changing it. */
export function ContactsSection() {
  const { t } = useTranslation();
  const contacts = useRead('contacts', '/me/contacts', {});
  return (
    <>
      <p className="hint">{t('phoneChange.hint')}</p>
      <Loaded query={contacts}>{(found) => <Phone contacts={found} />}</Loaded>
    </>
  );
}

function Phone({ contacts: { phone, change } }: { readonly contacts: Contacts }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{phone === null ? t('phoneChange.none') : t('phoneChange.phone', { phone })}</p>
      <PhoneChange change={change} />
    </>
  );
}

function PhoneChange({ change }: Pick<Contacts, 'change'>) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (change?.state === 'asked') return <Confirmation change={change} />;
  if (change?.state === 'waiting') return <Waiting change={change} />;
  return (
    <>
      {change !== null && <Ended change={change} />}
      {isOpen ? (
        <Asking onClose={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('phoneChange.change')}</Button>
      )}
    </>
  );
}

interface NewPhone {
  readonly phone: string;
}

function Asking({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const credentials = useRead('credential', '/me/credentials', {});
  return (
    <Loaded query={credentials}>
      {(found: Credentials) => (
        <ProvedForm<NewPhone, Change>
          name="change-phone"
          credentials={found}
          touches={['contacts']}
          send={(proof, { phone }) =>
            request('post', '/me/contacts/phone-changes', { body: { phone, proof } }, {})
          }
          submit={t('phoneChange.sendCodes')}
          onDone={onClose}
          onCancel={onClose}
        >
          <Form.Item
            name="phone"
            label={t('phoneChange.newPhone')}
            rules={[{ required: true, whitespace: true, message: t('phoneChange.newPhoneRequired') }]}
          >
            <Input type="tel" inputMode="tel" autoComplete="off" maxLength={40} />
          </Form.Item>
        </ProvedForm>
      )}
    </Loaded>
  );
}

interface Codes {
  readonly newCode: string;
  readonly oldCode?: string;
}

function Confirmation({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  const confirm = useCommand('contacts', 'post', '/me/contacts/phone-changes/{phoneChangeId}/confirm');
  const { id: phoneChangeId, newPhone, oldPhone } = change;
  return (
    <>
      <p role="status">
        {oldPhone === null
          ? t('phoneChange.sentNewOnly', { newPhone })
          : t('phoneChange.sent', { newPhone, oldPhone })}
      </p>
      <CommandForm
        name="confirm-phone"
        command={confirm}
        input={({ newCode, oldCode }: Codes) => ({
          phoneChangeId,
          body: { newCode: newCode.trim(), oldCode: oldCode?.trim() || null },
        })}
        submit={t('phoneChange.confirm')}
        refused={t('phoneChange.refused')}
        actions={<StopButton change={change} />}
      >
        <Form.Item
          name="newCode"
          label={t('phoneChange.newCode')}
          rules={[{ required: true, whitespace: true, message: t('phoneChange.codeRequired') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={20} />
        </Form.Item>
        {oldPhone !== null && (
          <Form.Item name="oldCode" label={t('phoneChange.oldCode')} extra={t('phoneChange.oldCodeHint')}>
            <Input inputMode="numeric" autoComplete="off" maxLength={20} />
          </Form.Item>
        )}
      </CommandForm>
    </>
  );
}

function Waiting({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { newPhone, byUnion, effectiveAt } = change;
  const time = effectiveAt === null ? '' : format.instant(effectiveAt);
  return (
    <>
      <p role="status">
        {t(byUnion ? 'phoneChange.waitingByUnion' : 'phoneChange.waiting', { newPhone, time })}
      </p>
      <StopButton change={change} />
    </>
  );
}

function StopButton({ change: { id: phoneChangeId } }: { readonly change: Change }) {
  const { t } = useTranslation();
  const withdraw = useCommand('contacts', 'post', '/me/contacts/phone-changes/{phoneChangeId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('phoneChange.refused')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('phoneChange.withdrawQuestion')}
        confirmText={t('phoneChange.withdraw')}
        onConfirm={() => withdraw.mutate({ phoneChangeId })}
      >
        {t('phoneChange.withdraw')}
      </ConfirmButton>
    </>
  );
}

function Ended({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, newPhone, endedAt, stoppedBy } = change;
  if (state === 'asked' || state === 'waiting') return null;
  const time = endedAt === null ? '' : format.instant(endedAt);
  return (
    <p className="hint">
      {t(`phoneChange.ended.${state}`, { newPhone, time })}{' '}
      {stoppedBy !== null && t(`phoneChange.stoppedBy.${stoppedBy}`)}
    </p>
  );
}
