import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { Form } from 'antd';
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
import { ClosingFindings } from '../party/closing-findings.js';

export type UnionClosing = components['schemas']['UnionClosingView'];

export function UnionClosingPage() {
  const { t } = useTranslation();
  const { unionClosingId = '' } = useParams();
  const closing = useRead('unionClosing', '/union-closings/{unionClosingId}', { unionClosingId });
  return (
    <>
      <PageHead title={t('unionClosing.title')} back="/union-closings" />
      <Loaded query={closing}>
        {(data) => (
          <>
            <Facts closing={data} />
            {/* Only those who may decide or take it back need to know what is left. */}
            {data.state === 'waiting' && data.acts.length > 0 && <Left unionId={data.unionId} />}
            <UnionClosingActs closing={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly closing: UnionClosing;
}

function Facts({ closing }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionId, successorUnionId, ground, documentNumber, documentDate, registration, reason } = closing;
  const { state, proposedAt, decidedAt, refusal, reopenedAt, reopenReason } = closing;
  const later: readonly (readonly [label: string, value: string | null])[] = [
    [t('unionClosing.decidedAt'), decidedAt && format.instant(decidedAt)],
    [t('unionClosing.refusal'), refusal],
    [t('unionClosing.reopenedAt'), reopenedAt && format.instant(reopenedAt)],
    [t('unionClosing.reopenReason'), reopenReason],
  ];
  return (
    <dl className="card facts union-facts">
      <dt>{t('unionClosing.state')}</dt>
      <dd>
        <span role="status" aria-live="polite">
          {t(`unionClosing.states.${state}`)}
        </span>
      </dd>
      <dt>{t('unionClosing.union')}</dt>
      <dd>
        <UnionName unionId={unionId} />
      </dd>
      <dt>{t('unionClosing.ground')}</dt>
      <dd>{t(`unionClosing.grounds.${ground}`)}</dd>
      <dt>{t('unionClosing.document')}</dt>
      <dd>{documentNumber}</dd>
      <dt>{t('unionClosing.documentDate')}</dt>
      <dd>{format.date(documentDate)}</dd>
      <dt>{t('unionClosing.successor')}</dt>
      <dd>
        <UnionName unionId={successorUnionId} />
      </dd>
      <dt>{t('unionClosing.registration')}</dt>
      <dd>{t(`unionClosing.registrations.${registration}`)}</dd>
      <dt>{t('unionClosing.why')}</dt>
      <dd>{reason}</dd>
      <dt>{t('unionClosing.at')}</dt>
      <dd>{format.instant(proposedAt)}</dd>
      {later.map(([label, value]) => value !== null && <Fact key={label} label={label} value={value} />)}
    </dl>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What has to move or end before the union can be closed. */
function Left({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const left = useRead('union', '/unions/{unionId}/closing', { unionId });
  return (
    <section className="card" aria-label={t('unionClosing.left')}>
      <Loaded query={left}>{(preview) => <ClosingFindings preview={preview} />}</Loaded>
    </section>
  );
}

/** What the person may do with a filing now. */
export function UnionClosingActs({ closing }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id: unionClosingId, version, acts, unionName: name, reopenUntil } = closing;
  const confirm = useCommand('unionClosing', 'post', '/union-closings/{unionClosingId}/confirm');
  const refuse = useCommand('unionClosing', 'post', '/union-closings/{unionClosingId}/refuse');
  const withdraw = useCommand('unionClosing', 'post', '/union-closings/{unionClosingId}/withdraw');
  const reopen = useCommand('unionClosing', 'post', '/union-closings/{unionClosingId}/reopen');
  const failed = confirm.isError ? confirm.error : withdraw.error;
  const withReason = ({ reason }: { readonly reason: string }) => ({
    unionClosingId,
    version,
    body: { reason: reason.trim() },
  });
  return (
    <>
      {failed !== null && <Refusal title={t('unionClosing.refused')} error={failed} />}
      <div className="actions notice">
        {acts.includes('confirm') && (
          <ConfirmButton
            type="primary"
            loading={confirm.isPending}
            question={t('unionClosing.confirmQuestion', { name })}
            confirmText={t('unionClosing.confirm')}
            onConfirm={() => confirm.mutate({ unionClosingId, version })}
          >
            {t('unionClosing.confirm')}
          </ConfirmButton>
        )}
        {acts.includes('withdraw') && (
          <ConfirmButton
            loading={withdraw.isPending}
            question={t('unionClosing.withdrawQuestion')}
            confirmText={t('unionClosing.withdraw')}
            onConfirm={() => withdraw.mutate({ unionClosingId, version })}
          >
            {t('unionClosing.withdraw')}
          </ConfirmButton>
        )}
      </div>
      {acts.includes('refuse') && (
        <section className="card" aria-label={t('unionClosing.refuse')}>
          <CommandForm
            command={refuse}
            input={withReason}
            submit={t('unionClosing.refuse')}
            refused={t('unionClosing.refused')}
            secondary
          >
            <Form.Item
              name="reason"
              label={t('unionClosing.refusal')}
              extra={t('unionClosing.refusalHint')}
              rules={[{ required: true, whitespace: true, message: t('unionClosing.refusalRequired') }]}
            >
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          </CommandForm>
        </section>
      )}
      {acts.includes('reopen') && reopenUntil !== null && (
        <section className="card" aria-label={t('unionClosing.reopen')}>
          <p className="hint">{t('unionClosing.reopenHint', { until: format.instant(reopenUntil) })}</p>
          <CommandForm
            command={reopen}
            input={withReason}
            submit={t('unionClosing.reopen')}
            refused={t('unionClosing.refused')}
            secondary
          >
            <Form.Item
              name="reason"
              label={t('unionClosing.reopenReason')}
              rules={[{ required: true, whitespace: true, message: t('unionClosing.reopenRequired') }]}
            >
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          </CommandForm>
        </section>
      )}
    </>
  );
}
