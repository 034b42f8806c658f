import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { Transfer } from './new-union-form.js';

interface Values {
  readonly toUnionId: string;
  readonly name: string;
  readonly residentNumber: string;
}

/** A union asks somebody to move to it. No draft is kept: a resident number must not be stored in the browser. */
export function AskForm(props: { readonly onDone: (asked: Transfer) => void; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCommand('transfer', 'post', '/membership-transfers');
  return (
    <section className="card" aria-labelledby="ask-transfer-title">
      <h2 id="ask-transfer-title">{t('transfer.ask.title')}</h2>
      <p className="hint">{t('transfer.ask.hint')}</p>
      <CommandForm
        command={create}
        input={({ toUnionId, name, residentNumber }: Values) => ({
          body: { toUnionId, name: name.trim(), residentNumber: residentNumber.trim() },
        })}
        submit={t('transfer.ask.submit')}
        refused={t('transfer.ask.refused')}
        onDone={props.onDone}
        onCancel={props.onClose}
        cancel={t('transfer.ask.close')}
      >
        <Form.Item
          name="toUnionId"
          label={t('transfer.ask.toUnion')}
          rules={[{ required: true, message: t('transfer.ask.toUnionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('transfer.ask.toUnionRequired')} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('transfer.ask.name')}
          rules={[{ required: true, whitespace: true, message: t('transfer.ask.nameRequired') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="residentNumber"
          label={t('transfer.ask.residentNumber')}
          rules={[{ required: true, whitespace: true, message: t('transfer.ask.residentNumberRequired') }]}
        >
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
