import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { less } from '../ledger/amount.model.js';
import type { CostItem, CostPool } from '../cost-pool/cost-pool.model.js';
import { useCostItems } from '../cost-pool/use-cost-pool.js';
import type { RefundLine, RefundPreview } from './pool-life.model.js';
import { isRefundAmount, linesOf, type RefundForm } from './refund-form.js';
import { RefundParts } from './refund-parts.js';

interface NewRefundProps {
  readonly pool: CostPool;
  readonly onClose: () => void;
}

const refundFields = ['reason', 'creditNote'];

/** Shows what the refund would come to, then proposes exactly that. */
export function NewRefund({ pool, onClose }: NewRefundProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RefundForm>();
  const [seen, setSeen] = useState<{ readonly preview: RefundPreview; readonly form: RefundForm } | null>(
    null,
  );
  const preview = usePreviewRefund(pool.id);
  const [isEmpty, setEmpty] = useState(false);
  return (
    <section className="card" aria-labelledby="new-refund-title">
      <h2 id="new-refund-title">{t('money.poolLife.refund.open')}</h2>
      <CommandForm
        form={form}
        command={preview}
        input={(values) => {
          const lines = linesOf(values);
          setEmpty(lines.length === 0);
          return lines.length === 0 ? null : lines;
        }}
        submit={t('money.poolLife.refund.preview')}
        done={null}
        refused={t('money.poolLife.refund.notPreviewed')}
        secondary={seen !== null}
        onDone={(found, values) => setSeen({ preview: found, form: values })}
        // The preview no longer matches what is typed.
        onChange={() => setSeen(null)}
        onCancel={onClose}
        cancel={t('money.costPool.addItem.cancel')}
      >
        <ItemAmounts pool={pool} />
        <ReasonAndNote />
        {isEmpty && (
          <p role="alert" className="field-error">
            {t('money.poolLife.refund.nothing')}
          </p>
        )}
      </CommandForm>
      {seen !== null && (
        <Proposal
          pool={pool}
          seen={seen}
          onDone={onClose}
          onError={(error) => showErrors(form, error, refundFields)}
        />
      )}
    </section>
  );
}

/** A dry run, so it has no key and nothing is read again. */
function usePreviewRefund(costPoolId: string) {
  return useSubmit({
    send: (lines: RefundLine[]) =>
      request('post', '/cost-pools/{costPoolId}/refunds/preview', { costPoolId, body: { lines } }, {}),
    touches: [],
  });
}

function ItemAmounts({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const items = useCostItems(pool.id);
  return (
    <fieldset className="companion">
      <legend>{t('money.poolLife.refund.amounts')}</legend>
      <p className="hint">{t('money.poolLife.refund.amountsHint')}</p>
      <PagedList list={items} empty={{ text: t('money.costPool.items.empty') }}>
        {(found) => (
          <>
            {found.map((item) => (
              <ItemAmount key={item.id} item={item} />
            ))}
          </>
        )}
      </PagedList>
    </fieldset>
  );
}

function ItemAmount({ item }: { readonly item: CostItem }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const left = money(less(item.amount, item.returned));
  const rule = {
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      isRefundAmount(text) ? Promise.resolve() : Promise.reject(new Error(t('money.amountInvalid'))),
  };
  return (
    <Form.Item
      name={['amounts', item.id]}
      label={t('money.poolLife.refund.itemOf', { title: item.title, payer: item.payer.name })}
      extra={t('money.poolLife.refund.left', { left })}
      rules={[rule]}
    >
      <MoneyInput />
    </Form.Item>
  );
}

function ReasonAndNote() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="creditNote"
        label={t('money.poolLife.refund.creditNote')}
        extra={t('money.poolLife.refund.creditNoteHint')}
        rules={[{ required: true, whitespace: true, message: t('money.poolLife.refund.creditNoteRequired') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('money.poolLife.refund.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </div>
  );
}

interface ProposalProps {
  readonly pool: CostPool;
  readonly seen: { readonly preview: RefundPreview; readonly form: RefundForm };
  readonly onDone: () => void;
  readonly onError: (error: unknown) => void;
}

/** What each party gets back, and the second confirmation, which names the preview. */
function Proposal({ pool, seen: { preview, form }, onDone, onError }: ProposalProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const propose = useCommand('costPool', 'post', '/cost-pools/{costPoolId}/refunds');
  const total = money(preview.total);
  const send = (): void =>
    propose.mutate(
      {
        costPoolId: pool.id,
        body: {
          lines: linesOf(form),
          reason: (form.reason ?? '').trim(),
          creditNote: (form.creditNote ?? '').trim(),
          previewHash: preview.previewHash,
        },
      },
      { onSuccess: onDone, onError },
    );
  return (
    <section aria-labelledby="refund-preview-title">
      <h3 id="refund-preview-title">{t('money.poolLife.refund.of', { amount: total })}</h3>
      <RefundParts lines={preview.lines} parts={preview.parts} />
      <h3>{t('money.poolLife.refund.dues')}</h3>
      {preview.dues.length === 0 && <p>{t('money.poolLife.refund.noDues')}</p>}
      <ul>
        {preview.dues.map(({ debtor, creditor, incomeKind, amount }) => (
          <li key={`${debtor.id}.${creditor.id}.${incomeKind}`}>
            {t('money.poolLife.refund.due', {
              debtor: debtor.name,
              creditor: creditor.name,
              amount: money(amount),
            })}
          </li>
        ))}
      </ul>
      {propose.isError && (
        <Refusal title={t('money.poolLife.refund.refused')} error={propose.error} fields={refundFields} />
      )}
      <ConfirmButton
        type="primary"
        loading={propose.isPending}
        question={t('money.poolLife.refund.proposeQuestion', { amount: total })}
        confirmText={t('money.poolLife.refund.propose')}
        onConfirm={send}
      >
        {t('money.poolLife.refund.propose')}
      </ConfirmButton>
    </section>
  );
}
