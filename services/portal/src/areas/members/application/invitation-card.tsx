import './application.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { TextArea } from '../../../kit/input.js';
import { QrCode } from '../../../kit/qr-code.js';
import { Refusal } from '../../../kit/states.js';
import { type Invitation, readPeople } from './application.model.js';

/** People of one list, as the platform takes them. */
const peopleMax = 500;

/** One invitation: its link and code, how many have joined by it, and what can be done with it. */
export function InvitationCard({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const [shown, setShown] = useState<'code' | 'list' | null>(null);
  const revoke = useCommand('joinInvitation', 'post', '/invitations/{invitationId}/revoke');
  const {
    id: invitationId,
    version,
    unionName,
    state,
    note,
    uses,
    usesMax,
    messages,
    expiresAt,
  } = invitation;
  const link = `${window.location.origin}/join/${invitation.token}`;
  return (
    <section className="card" aria-label={note ?? unionName}>
      <h2>{note ?? unionName}</h2>
      <p>
        {unionName} · <strong>{t(`invitation.state.${state}`)}</strong>
      </p>
      <p>
        {t('invitation.used', { uses, max: usesMax })} · {t('invitation.until', { time: instant(expiresAt) })}
        {messages > 0 && ` · ${t('invitation.messages', { count: messages })}`}
      </p>
      {revoke.isError && <Refusal title={t('invitation.notRevoked')} error={revoke.error} />}
      {state === 'open' && (
        <>
          <div className="actions">
            <CopyButton
              text={link}
              label={t('invitation.copy')}
              doneText={t('invitation.copied')}
              failedText={t('invitation.copyByHand', { link })}
            />
            <Button
              aria-expanded={shown === 'code'}
              onClick={() => setShown(shown === 'code' ? null : 'code')}
            >
              {t('invitation.showCode')}
            </Button>
            <Button
              aria-expanded={shown === 'list'}
              onClick={() => setShown(shown === 'list' ? null : 'list')}
            >
              {t('invitation.byMessage')}
            </Button>
            <ConfirmButton
              danger
              loading={revoke.isPending}
              question={t('invitation.revokeQuestion')}
              confirmText={t('invitation.revoke')}
              onConfirm={() => revoke.mutate({ invitationId, version })}
            >
              {t('invitation.revoke')}
            </ConfirmButton>
          </div>
          {shown === 'code' && (
            <div className="invitation-code">
              <QrCode text={link} label={t('invitation.codeLabel', { union: unionName })} />
            </div>
          )}
          {shown === 'list' && <SendMessages invitationId={invitationId} />}
        </>
      )}
    </section>
  );
}

function SendMessages({ invitationId }: { readonly invitationId: string }) {
  const { t } = useTranslation();
  const send = useCommand('joinInvitation', 'post', '/invitations/{invitationId}/messages');
  const [sent, setSent] = useState<string | null>(null);
  const check = (_rule: unknown, text: unknown): Promise<void> => {
    const { people, unread } = readPeople(typeof text === 'string' ? text : '');
    if (unread.length > 0)
      return Promise.reject(new Error(t('invitation.unread', { lines: unread.slice(0, 10).join('、') })));
    return people.length === 0 || people.length > peopleMax
      ? Promise.reject(new Error(t('invitation.listRequired', { max: peopleMax })))
      : Promise.resolve();
  };
  return (
    <CommandForm
      name={`messages-${invitationId}`}
      command={send}
      input={({ list }: { readonly list: string }) => ({
        invitationId,
        body: { people: [...readPeople(list).people] },
      })}
      submit={t('invitation.send')}
      done={null}
      refused={t('invitation.notSent')}
      onDone={({ sent: count, refused }) =>
        setSent(
          refused.length === 0
            ? t('invitation.sent', { count })
            : `${t('invitation.sent', { count })} ${t('invitation.refusedLines', { lines: refused.map(({ line }) => line).join('、') })}`,
        )
      }
    >
      <Form.Item
        name="list"
        label={t('invitation.list')}
        extra={t('invitation.listHint', { max: peopleMax })}
        rules={[{ validator: check }]}
      >
        <TextArea rows={6} placeholder={t('invitation.listExample')} />
      </Form.Item>
      <p role="status" aria-live="polite">
        {sent}
      </p>
    </CommandForm>
  );
}
