import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import type { Transfer } from './new-union-form.js';

interface Props {
  readonly transfer: Transfer;
}

/** What the reader can do about a transfer now, as the platform says. */
export function TransferActs({ transfer }: Props) {
  const { acts } = transfer;
  return (
    <>
      {acts.includes('agree') && <Agreement transfer={transfer} />}
      {acts.includes('refuse') && <WithReason transfer={transfer} act="refuse" />}
      {acts.includes('object') && <WithReason transfer={transfer} act="object" />}
      {acts.includes('decide') && <Decision transfer={transfer} />}
      {acts.includes('withdraw') && <Withdrawal transfer={transfer} />}
    </>
  );
}

function Agreement({ transfer }: Props) {
  const { t } = useTranslation();
  const agree = useCommand('transfer', 'post', '/membership-transfers/{transferId}/agree');
  const { id: transferId, version, personName: name, toUnionName: union } = transfer;
  return (
    <>
      {agree.isError && <Refusal title={t('transfer.notDone')} error={agree.error} />}
      <ConfirmButton
        type="primary"
        loading={agree.isPending}
        question={t('transfer.agreeQuestion', { name, union })}
        confirmText={t('transfer.agree')}
        onConfirm={() => agree.mutate({ transferId, version })}
      >
        {t('transfer.agree')}
      </ConfirmButton>
    </>
  );
}

function WithReason({ transfer, act }: Props & { readonly act: 'refuse' | 'object' }) {
  const { t } = useTranslation();
  const send = useCommand('transfer', 'post', `/membership-transfers/{transferId}/${act}`);
  const reason = useReason();
  const { id: transferId, version } = transfer;
  return (
    <details className="register-others">
      <summary>{t(`transfer.${act}`)}</summary>
      {act === 'object' && <p className="hint">{t('transfer.objectHint')}</p>}
      <ReasonField
        reason={reason}
        label={t('transfer.reasonLabel')}
        required={t('transfer.reasonRequired')}
      />
      {send.isError && <Refusal title={t('transfer.notDone')} error={send.error} />}
      <Button
        danger
        loading={send.isPending}
        onClick={() => reason.take((text) => send.mutate({ transferId, version, body: { reason: text } }))}
      >
        {t(`transfer.${act}`)}
      </Button>
    </details>
  );
}

function Decision({ transfer }: Props) {
  const { t } = useTranslation();
  const decide = useCommand('transfer', 'post', '/membership-transfers/{transferId}/decide');
  const reason = useReason();
  const { id: transferId, version } = transfer;
  const send = (goesOn: boolean): void =>
    reason.take((text) => decide.mutate({ transferId, version, body: { goesOn, reason: text } }));
  return (
    <section aria-label={t('transfer.decide')}>
      <ReasonField
        reason={reason}
        label={t('transfer.reasonLabel')}
        required={t('transfer.reasonRequired')}
      />
      {decide.isError && <Refusal title={t('transfer.notDone')} error={decide.error} />}
      <div className="actions">
        <Button type="primary" loading={decide.isPending} onClick={() => send(true)}>
          {t('transfer.goOn')}
        </Button>
        <Button danger loading={decide.isPending} onClick={() => send(false)}>
          {t('transfer.stop')}
        </Button>
      </div>
    </section>
  );
}

function Withdrawal({ transfer }: Props) {
  const { t } = useTranslation();
  const withdraw = useCommand('transfer', 'post', '/membership-transfers/{transferId}/withdraw');
  const { id: transferId, version } = transfer;
  return (
    <>
      {withdraw.isError && <Refusal title={t('transfer.notDone')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('transfer.withdrawQuestion')}
        confirmText={t('transfer.withdraw')}
        onConfirm={() => withdraw.mutate({ transferId, version })}
      >
        {t('transfer.withdraw')}
      </ConfirmButton>
    </>
  );
}
