import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { type Piece, pieceConditions } from '../stock/use-stock.js';
import { type CompleteBody, type Task, useComplete } from './use-maintenance.js';

interface Values {
  readonly doneOn?: string;
  readonly note?: string;
  readonly cost?: string;
  readonly condition?: Piece['condition'];
}

const fields = ['doneOn', 'note', 'cost', 'condition'];

/** That it was done: when, what was found, and what it cost. */
export function CompleteForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const complete = useComplete(task);
  const submit = (values: Values): void =>
    complete.mutate(bodyOf(values), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, fields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={complete.isPending}
      onFinish={submit}
    >
      <CompleteFields withCondition={task.pieceId !== null} />
      {complete.isError && (
        <Refusal title={t('maintenance.refused')} error={complete.error} fields={fields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={complete.isPending}>
          {t('maintenance.submitComplete')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function CompleteFields({ withCondition }: { readonly withCondition: boolean }) {
  const { t } = useTranslation();
  const asMoney = {
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      text === undefined || text.trim() === '' || fenOf(text) !== null
        ? Promise.resolve()
        : Promise.reject(new Error(t('maintenance.costRule'))),
  };
  return (
    <>
      <div className="two-columns">
        <Form.Item name="doneOn" label={t('maintenance.doneOn')} extra={t('maintenance.doneOnHint')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="cost" label={t('maintenance.costField')} rules={[asMoney]}>
          <MoneyInput />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('maintenance.noteField')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {withCondition && (
        <Form.Item name="condition" label={t('stock.piece.condition')}>
          <Choice<Piece['condition']>
            options={[
              { value: '', label: t('maintenance.sameCondition') },
              ...pieceConditions.map((value) => ({ value, label: t(`stock.piece.conditions.${value}`) })),
            ]}
          />
        </Form.Item>
      )}
    </>
  );
}

function bodyOf({ doneOn = '', note = '', cost = '', condition }: Values): CompleteBody {
  const amount = fenOf(cost);
  return {
    ...(doneOn === '' ? {} : { doneOn }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(amount === null ? {} : { cost: { amount, currency: 'CNY' } }),
    ...(condition === undefined ? {} : { condition }),
  };
}
