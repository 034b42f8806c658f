import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../i18n/format.js';
import { Choice } from '../../shell/choice.js';
import { TextArea } from '../../shell/input.js';
import { MoneyInput } from '../../shell/money-input.js';
import { Refusal } from '../../shell/states.js';
import { type Direction, type Grade, grades, type HandoverItem } from './handover.model.js';

/** What is written down of a handover. */
export type Noted = Omit<HandoverItem, 'operationId'>;

interface HandoverFormProps {
  readonly title: string;
  readonly direction: Direction;
  readonly isOwner: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onNote: (noted: Noted) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly grade?: Grade;
  readonly condition?: string;
  readonly isDamaged?: boolean;
  readonly note?: string;
  readonly amount?: string;
}

/** One side writes down what has changed hands, and in which condition. */
export function HandoverForm({
  title,
  direction,
  isOwner,
  isPending,
  error,
  onNote,
  onClose,
}: HandoverFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const mayClaim = isOwner && direction === 'back';
  const way = isOwner
    ? t(direction === 'out' ? 'handover.noteOut' : 'handover.noteBack')
    : t(direction === 'out' ? 'handover.noteOutMine' : 'handover.noteBackMine');
  return (
    <Form
      form={form}
      name={`handover-${direction}`}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={isPending}
      onFinish={(values) => onNote(notedIn(values, direction))}
    >
      <h3>
        {way}: {title}
      </h3>
      <Form.Item name="grade" label={t('handover.grade')}>
        <Choice<Grade>
          label={t('handover.grade')}
          options={[
            { value: '', label: t('handover.gradeNone') },
            ...grades.map((value) => ({ value, label: t(`handover.gradeOf.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="condition" label={t('handover.condition')} extra={t('handover.conditionHint')}>
        <TextArea rows={2} maxLength={1_000} />
      </Form.Item>
      {mayClaim && <DamageFields />}
      {error !== null && error !== undefined && <Refusal title={t('handover.notNoted')} error={error} />}
      <div className="actions">
        <Button type="primary" size="large" htmlType="submit" loading={isPending}>
          {way}
        </Button>
        <Button size="large" onClick={onClose}>
          {t('common.keepAsIs')}
        </Button>
      </div>
    </Form>
  );
}

function DamageFields() {
  const { t } = useTranslation();
  const isDamaged = Form.useWatch('isDamaged') === true;
  return (
    <>
      <Form.Item name="isDamaged" valuePropName="checked">
        <Checkbox>{t('handover.damageYes')}</Checkbox>
      </Form.Item>
      {isDamaged && (
        <>
          <Form.Item
            name="note"
            label={t('handover.damageNote')}
            rules={[{ required: true, whitespace: true, message: t('handover.damageNoteRequired') }]}
          >
            <TextArea rows={2} maxLength={500} />
          </Form.Item>
          <Form.Item
            name="amount"
            label={t('handover.damageAmount')}
            rules={[
              {
                validator: (_rule, value: string | undefined) =>
                  isAmount(value)
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('handover.damageAmountRequired'))),
              },
            ]}
          >
            <MoneyInput />
          </Form.Item>
        </>
      )}
    </>
  );
}

function isAmount(yuanText: string | undefined): boolean {
  const fen = fenOf(yuanText ?? '');
  return fen !== null && fen !== '0';
}

function notedIn({ grade, condition, isDamaged, note, amount }: Values, direction: Direction): Noted {
  const words = (condition ?? '').trim();
  const fen = fenOf(amount ?? '');
  return {
    direction,
    ...(grade ? { grade } : {}),
    ...(words === '' ? {} : { condition: words }),
    ...(isDamaged === true && fen !== null
      ? { damage: { note: (note ?? '').trim(), amount: { amount: fen, currency: 'CNY' } } }
      : {}),
  };
}
