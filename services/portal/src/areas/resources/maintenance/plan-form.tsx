import { Button, Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from '../resource/resource-filters.js';
import {
  blockHoursMax,
  createOf,
  editOf,
  everyMax,
  newValues,
  planFields,
  type PlanValues,
  valuesOf,
} from './plan-values.js';
import {
  type Plan,
  type Unit,
  units,
  useAddPlan,
  useEditPlan,
  usePiecesToChoose,
} from './use-maintenance.js';

interface AddPlanFormProps {
  readonly resource: Resource;
  /** The piece from whose page one came. */
  readonly pieceId: string | null;
  readonly onDone: () => void;
}

/** What is to be done to a resource, or to one of its pieces, again and again. */
export function AddPlanForm({ resource, pieceId, onDone }: AddPlanFormProps) {
  const [form] = Form.useForm<PlanValues>();
  const add = useAddPlan(resource.id);
  const unit = Form.useWatch('unit', form) ?? 'month';
  const submit = (values: PlanValues): void =>
    add.mutate(createOf(values), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, planFields),
    });
  return (
    <PlanFields form={form} initial={newValues(pieceId)} sending={add} onSubmit={submit} onClose={onDone}>
      {resource.counting === 'pieces' && <PieceField resource={resource} given={pieceId} />}
      <RhythmFields withUnit />
      {unit !== 'loan' && <FirstDay />}
    </PlanFields>
  );
}

/** What a plan asks is changed from the next time on; how it counts stays. */
export function EditPlanForm({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const [form] = Form.useForm<PlanValues>();
  const edit = useEditPlan(plan);
  const submit = (values: PlanValues): void =>
    edit.mutate(editOf(values), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, planFields),
    });
  return (
    <PlanFields form={form} initial={valuesOf(plan)} sending={edit} onSubmit={submit} onClose={onDone}>
      <RhythmFields withUnit={false} />
    </PlanFields>
  );
}

interface PlanFieldsProps {
  readonly form: FormInstance<PlanValues>;
  readonly initial: PlanValues;
  readonly sending: { readonly isPending: boolean; readonly error: unknown };
  readonly onSubmit: (values: PlanValues) => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

function PlanFields({ form, initial, sending, onSubmit, onClose, children }: PlanFieldsProps) {
  const { t } = useTranslation();
  const { isPending, error } = sending;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={isPending}
      initialValues={initial}
      onFinish={onSubmit}
    >
      <Form.Item
        name="title"
        label={t('maintenance.what')}
        rules={[{ required: true, whitespace: true, message: t('maintenance.whatRequired') }]}
      >
        <Input maxLength={100} placeholder={t('maintenance.whatExample')} />
      </Form.Item>
      {children}
      <Form.Item name="byWhom" label={t('maintenance.byWhom')}>
        <Input maxLength={100} placeholder={t('maintenance.byWhomExample')} />
      </Form.Item>
      <BlockFields />
      {error !== null && error !== undefined && (
        <Refusal title={t('maintenance.refused')} error={error} fields={planFields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('maintenance.save')}
        </Button>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function RhythmFields({ withUnit }: { readonly withUnit: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="every"
        label={t('maintenance.every')}
        rules={[wholeNumberRule(1, everyMax, t('maintenance.everyRule'))]}
      >
        <Input inputMode="numeric" maxLength={4} autoComplete="off" />
      </Form.Item>
      {withUnit && (
        <Form.Item name="unit" label={t('maintenance.unit')}>
          <Choice<Unit> options={units.map((value) => ({ value, label: t(`maintenance.units.${value}`) }))} />
        </Form.Item>
      )}
    </div>
  );
}

function FirstDay() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="firstOn"
      label={t('maintenance.firstOn')}
      extra={t('maintenance.firstOnHint')}
      rules={[{ required: true, message: t('maintenance.dayRequired') }]}
    >
      <DateInput />
    </Form.Item>
  );
}

function BlockFields() {
  const { t } = useTranslation();
  const rule = wholeNumberRule(1, blockHoursMax, t('maintenance.blockHoursRule'));
  const optional = {
    validator: (_rule: unknown, text: unknown): Promise<void> =>
      text === undefined || text === '' ? Promise.resolve() : rule.validator(_rule, text),
  };
  return (
    <div className="two-columns">
      <Form.Item
        name="blockHours"
        label={t('maintenance.blockHours')}
        extra={t('maintenance.blockHoursHint')}
        rules={[optional]}
      >
        <Input inputMode="numeric" maxLength={3} autoComplete="off" />
      </Form.Item>
      <Form.Item name="blockFrom" label={t('maintenance.blockFrom')}>
        <Input type="time" />
      </Form.Item>
    </div>
  );
}

function PieceField({ resource, given }: { readonly resource: Resource; readonly given: string | null }) {
  const { t } = useTranslation();
  const { data: pieces = [] } = usePiecesToChoose(resource.id, true);
  const isListed = given === null || pieces.some(({ id }) => id === given);
  const shown = pieces.filter(({ state }) => state !== 'retired');
  return (
    <Form.Item name="pieceId" label={t('maintenance.piece')}>
      <Choice<string>
        options={[
          { value: '', label: t('maintenance.allPieces') },
          ...(isListed ? [] : [{ value: given, label: t('maintenance.thisPiece') }]),
          ...shown.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
    </Form.Item>
  );
}
