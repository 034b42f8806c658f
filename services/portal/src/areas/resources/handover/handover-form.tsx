import { Button, Checkbox, Form, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import { type Counted, type Direction, type Grade, grades, type HandoverItem, labelsIn } from './handover.js';
import { lentQuantityOf } from '../stock/lent-quantity.js';

/** A recorded handover, before it has an id. */
export type HandoverRecord = Omit<HandoverItem, 'operationId'>;

interface HandoverFormProps {
  readonly title: string;
  readonly direction: Direction;
  readonly isOwner: boolean;
  readonly counted: Counted;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onRecord: (recorded: HandoverRecord) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly quantity?: string;
  readonly labels?: string;
  readonly grade?: Grade;
  readonly condition?: string;
  readonly isDamaged?: boolean;
  readonly note?: string;
  readonly amount?: string;
}

/** One side records what was handed over or returned, and in which condition. */
export function HandoverForm({
  title,
  direction,
  isOwner,
  counted,
  isPending,
  error,
  onRecord,
  onClose,
}: HandoverFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  useScanned(form, counted.scanned);
  const mayClaim = isOwner && direction === 'back';
  const way = useWay(direction, isOwner);
  return (
    <Form
      form={form}
      name={`handover-${direction}`}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={isPending}
      onFinish={(values) => onRecord(recordOf(values, direction))}
    >
      <h3>{t('handover.formTitle', { way, title })}</h3>
      <CountedFields counted={counted} direction={direction} />
      <ConditionFields />
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

/** The grade of the condition, and a description. */
function ConditionFields() {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** Adds scanned labels to typed ones. */
function useScanned(form: FormInstance<Values>, scanned: readonly string[] | undefined): void {
  useEffect(() => {
    if (scanned === undefined || scanned.length === 0) return;
    const typed = labelsIn((form.getFieldValue('labels') as string | undefined) ?? '');
    form.setFieldValue('labels', labelsIn([...typed, ...scanned].join('\n')).join('\n'));
  }, [form, scanned]);
}

function useWay(direction: Direction, isOwner: boolean): string {
  const { t } = useTranslation();
  if (isOwner) return t(direction === 'out' ? 'handover.noteOut' : 'handover.noteBack');
  return t(direction === 'out' ? 'handover.noteOutMine' : 'handover.noteBackMine');
}

/** How many of a stock, or which pieces; an empty field means all that are left. */
function CountedFields({ counted, direction }: { readonly counted: Counted; readonly direction: Direction }) {
  const { t } = useTranslation();
  const { counting, max } = counted;
  const hasLabels = counting === 'pieces' || counting === 'kit';
  const isMissing = hasLabels && direction === 'out' && counting === 'pieces';
  return (
    <>
      {counting === 'stock' && max > 1 && (
        <Form.Item
          name="quantity"
          label={t('handover.howMany', { max })}
          extra={t('handover.howManyHint')}
          rules={[
            { validator: (_rule, text) => checkQuantity(text, max, t('handover.howManyWrong', { max })) },
          ]}
        >
          <Input inputMode="numeric" maxLength={6} autoComplete="off" />
        </Form.Item>
      )}
      {hasLabels && (
        <Form.Item
          name="labels"
          label={t('handover.labels')}
          extra={t('handover.labelsHint')}
          rules={[{ required: isMissing, whitespace: isMissing, message: t('handover.labelsRequired') }]}
        >
          <TextArea rows={3} maxLength={10_000} autoCapitalize="characters" spellCheck={false} />
        </Form.Item>
      )}
    </>
  );
}

function checkQuantity(text: unknown, max: number, message: string): Promise<void> {
  const isEmpty = text === undefined || text === '';
  return isEmpty || wholeNumberOf(text, 1, max) !== null
    ? Promise.resolve()
    : Promise.reject(new Error(message));
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

function recordOf(values: Values, direction: Direction): HandoverRecord {
  const { grade } = values;
  const quantity = lentQuantityOf(values.quantity);
  const pieces = labelsIn(values.labels ?? '');
  const words = (values.condition ?? '').trim();
  return {
    direction,
    ...(quantity === null ? {} : { quantity }),
    ...(pieces.length === 0 ? {} : { pieces }),
    ...(grade ? { grade } : {}),
    ...(words === '' ? {} : { condition: words }),
    ...damageIn(values),
  };
}

function damageIn({ isDamaged, note, amount }: Values): Pick<HandoverRecord, 'damage'> {
  const fen = fenOf(amount ?? '');
  if (isDamaged !== true || fen === null) return {};
  return { damage: { note: (note ?? '').trim(), amount: { amount: fen, currency: 'CNY' } } };
}
