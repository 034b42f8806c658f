import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { UnionName } from '../../../session/union-name.js';

type UnionTransfer = components['schemas']['UnionTransferView'];

export function UnionTransferPage() {
  const { t } = useTranslation();
  const { unionTransferId = '' } = useParams();
  const transfer = useRead('unionTransfer', '/union-transfers/{unionTransferId}', { unionTransferId });
  return (
    <>
      <PageHead title={t('unionTransfer.title')} back="/union-transfers" />
      <Loaded query={transfer}>
        {(data) => (
          <>
            <Facts transfer={data} />
            <Acts transfer={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly transfer: UnionTransfer;
}

function Facts({ transfer }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fromUnionId, toUnionId, reason, state, total, moved, heldBack, proposedAt, refusal } = transfer;
  return (
    <>
      <dl className="card facts union-facts">
        <dt>{t('unionTransfer.state')}</dt>
        <dd>
          <span role="status" aria-live="polite">
            {t(`unionTransfer.states.${state}`)}
          </span>
        </dd>
        <dt>{t('unionTransfer.from')}</dt>
        <dd>
          <UnionName unionId={fromUnionId} />
        </dd>
        <dt>{t('unionTransfer.to')}</dt>
        <dd>
          <UnionName unionId={toUnionId} />
        </dd>
        <dt>{t('unionTransfer.why')}</dt>
        <dd>{reason}</dd>
        <dt>{t('unionTransfer.at')}</dt>
        <dd>{format.instant(proposedAt)}</dd>
        <dt>{t('unionTransfer.members')}</dt>
        <dd>{format.number(total)}</dd>
        {(state === 'running' || state === 'done') && (
          <>
            <dt>{t('unionTransfer.progress')}</dt>
            <dd>{t('unionTransfer.moved', { moved, total })}</dd>
          </>
        )}
        {refusal !== null && (
          <>
            <dt>{t('unionTransfer.refusal')}</dt>
            <dd>{refusal}</dd>
          </>
        )}
      </dl>
      {heldBack > 0 && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('unionTransfer.heldBack', { count: heldBack })}
        />
      )}
    </>
  );
}

function Acts({ transfer }: PartProps) {
  const { t } = useTranslation();
  const { id: unionTransferId, version, acts, fromUnionName: from, toUnionName: to, total: count } = transfer;
  const confirm = useCommand('unionTransfer', 'post', '/union-transfers/{unionTransferId}/confirm');
  const refuse = useCommand('unionTransfer', 'post', '/union-transfers/{unionTransferId}/refuse');
  const withdraw = useCommand('unionTransfer', 'post', '/union-transfers/{unionTransferId}/withdraw');
  const failed = confirm.isError ? confirm.error : withdraw.error;
  return (
    <>
      {failed !== null && <Refusal title={t('unionTransfer.refused')} error={failed} />}
      <div className="actions notice">
        {acts.includes('confirm') && (
          <ConfirmButton
            type="primary"
            loading={confirm.isPending}
            question={t('unionTransfer.confirmQuestion', { from, to, count })}
            confirmText={t('unionTransfer.confirm')}
            onConfirm={() => confirm.mutate({ unionTransferId, version })}
          >
            {t('unionTransfer.confirm')}
          </ConfirmButton>
        )}
        {acts.includes('withdraw') && (
          <ConfirmButton
            loading={withdraw.isPending}
            question={t('unionTransfer.withdrawQuestion')}
            confirmText={t('unionTransfer.withdraw')}
            onConfirm={() => withdraw.mutate({ unionTransferId, version })}
          >
            {t('unionTransfer.withdraw')}
          </ConfirmButton>
        )}
      </div>
      {acts.includes('refuse') && (
        <section className="card" aria-label={t('unionTransfer.refuse')}>
          <CommandForm
            command={refuse}
            input={({ reason }: { readonly reason: string }) => ({
              unionTransferId,
              version,
              body: { reason: reason.trim() },
            })}
            submit={t('unionTransfer.refuse')}
            refused={t('unionTransfer.refused')}
            secondary
          >
            <Form.Item
              name="reason"
              label={t('unionTransfer.refusal')}
              extra={t('unionTransfer.refusalHint')}
              rules={[{ required: true, whitespace: true, message: t('unionTransfer.refusalRequired') }]}
            >
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          </CommandForm>
        </section>
      )}
    </>
  );
}
