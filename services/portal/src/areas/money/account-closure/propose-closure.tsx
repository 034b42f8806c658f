import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';

interface ClosureForm {
  readonly party: string;
  readonly successor?: string;
  readonly reason: string;
}

const readers = ['officer', 'finance', 'approver', 'auditor'] as const;

/** Proposes to close the accounts of a union; another person approves. */
export function ProposeClosure() {
  const { t } = useTranslation();
  const [form] = Form.useForm<ClosureForm>();
  const propose = useCommand('accountClosure', 'post', '/account-closures');
  return (
    <section className="card" aria-labelledby="propose-closure-title">
      <h2 id="propose-closure-title">{t('strictLedger.closure.propose')}</h2>
      <CommandForm
        form={form}
        command={propose}
        input={({ party, successor, reason }) => ({
          body: {
            party: { kind: 'union' as const, id: party },
            ...(successor === undefined ? {} : { successor: { kind: 'union' as const, id: successor } }),
            reason: reason.trim(),
          },
        })}
        submit={t('strictLedger.closure.propose')}
        refused={t('strictLedger.refused')}
        confirm={{
          question: t('strictLedger.closure.proposeQuestion'),
          text: t('strictLedger.closure.propose'),
        }}
        onDone={() => form.resetFields()}
      >
        <ClosureFields />
      </CommandForm>
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
