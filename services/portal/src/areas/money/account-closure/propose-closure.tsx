import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useProposeClosure } from './use-closures.js';

interface Fields {
  readonly party?: string;
  readonly successor?: string;
  readonly reason?: string;
}

const fields = ['party', 'successor', 'reason'];
const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

/** Proposes to close the accounts of a union; another person approves. */
export function ProposeClosure() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const { party, successor, reason = '' } = Form.useWatch([], form) ?? {};
  const propose = useProposeClosure();
  const isWhole = party !== undefined && reason.trim() !== '';
  const send = (): void => {
    if (party === undefined) return;
    const body = {
      party: { kind: 'union' as const, id: party },
      ...(successor === undefined ? {} : { successor: { kind: 'union' as const, id: successor } }),
      reason: reason.trim(),
    };
    propose.mutate(body, {
      onSuccess: () => form.resetFields(),
      onError: (error) => showErrors(form, error, fields),
    });
  };
  return (
    <section className="card" aria-labelledby="propose-closure-title">
      <h2 id="propose-closure-title">{t('strictLedger.closure.propose')}</h2>
      <Form form={form} layout="vertical" requiredMark={false}>
        <ClosureFields />
        {propose.isError && (
          <Refusal title={t('strictLedger.refused')} error={propose.error} fields={fields} />
        )}
        <ConfirmButton
          type="primary"
          disabled={!isWhole}
          loading={propose.isPending}
          question={t('strictLedger.closure.proposeQuestion')}
          confirmText={t('strictLedger.closure.propose')}
          onConfirm={send}
        >
          {t('strictLedger.closure.propose')}
        </ConfirmButton>
      </Form>
    </section>
  );
}

function ClosureFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="party"
        label={t('strictLedger.closure.party')}
        rules={[{ required: true, message: t('strictLedger.closure.partyRequired') }]}
      >
        <UnionPicker roles={['officer', 'finance']} none={t('strictLedger.closure.chooseParty')} />
      </Form.Item>
      <Form.Item name="successor" label={t('strictLedger.closure.successor')}>
        <UnionPicker roles={readers} none={t('strictLedger.closure.noSuccessor')} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('strictLedger.reason')}
        rules={[{ required: true, whitespace: true, message: t('strictLedger.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}
