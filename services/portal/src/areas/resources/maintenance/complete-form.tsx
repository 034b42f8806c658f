import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { type Piece, pieceConditions } from '../stock/piece.model.js';
import type { Task } from './maintenance.model.js';

interface Values {
  readonly doneOn?: string;
  readonly note?: string;
  readonly cost?: string;
  readonly condition?: Piece['condition'];
}

/** Records that the task was done: when, the findings, and the cost. */
export function CompleteForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const complete = useCommand('maintenance', 'post', '/maintenance-tasks/{taskId}/complete');
  return (
    <CommandForm
      command={complete}
      input={(values: Values) => ({ taskId: task.id, version: task.version, body: bodyOf(values) })}
      submit={t('maintenance.submitComplete')}
      refused={t('maintenance.refused')}
      onDone={onDone}
      onCancel={onDone}
      className="inner-form"
    >
      <CompleteFields withCondition={task.pieceId !== null} />
    </CommandForm>
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

function bodyOf({
  doneOn = '',
  note = '',
  cost = '',
  condition,
}: Values): components['schemas']['CompleteMaintenanceTaskBody'] {
  const amount = fenOf(cost);
  return {
    ...(doneOn === '' ? {} : { doneOn }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(amount === null ? {} : { cost: { amount, currency: 'CNY' } }),
    ...(condition === undefined ? {} : { condition }),
  };
}
