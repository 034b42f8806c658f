import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from '../resource/resource-filters.js';
import { type Plan, type Unit, units } from './maintenance.model.js';
import {
  blockHoursMax,
  createOf,
  editOf,
  everyMax,
  newValues,
  type PlanValues,
  valuesOf,
} from './plan-values.js';

const piecesMax = 200;

interface AddPlanFormProps {
  readonly resource: Resource;
  /** The piece whose page led here. */
  readonly pieceId: string | null;
  readonly onDone: () => void;
}

/** A new plan for a resource, or for one of its pieces. */
export function AddPlanForm({ resource, pieceId, onDone }: AddPlanFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PlanValues>();
  const unit = Form.useWatch('unit', form) ?? 'month';
  const add = useCommand('maintenance', 'post', '/resources/{resourceId}/maintenance-plans');
  return (
    <CommandForm
      form={form}
      command={add}
      input={(values: PlanValues) => ({ resourceId: resource.id, body: createOf(values) })}
      submit={t('maintenance.save')}
      refused={t('maintenance.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={newValues(pieceId)}
      className="inner-form"
    >
      <PlanFields>
        {resource.counting === 'pieces' && <PieceField resource={resource} given={pieceId} />}
        <RhythmFields withUnit />
        {unit !== 'loan' && <FirstDay />}
      </PlanFields>
    </CommandForm>
  );
}

/** Edits a plan from the next task on; how it counts stays. */
export function EditPlanForm({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const edit = useCommand('maintenance', 'patch', '/resources/{resourceId}/maintenance-plans/{planId}', {
    onStale: 'refuse',
  });
  const { resourceId, id: planId, version } = plan;
  return (
    <CommandForm
      command={edit}
      input={(values: PlanValues) => ({ resourceId, planId, version, body: editOf(values) })}
      submit={t('maintenance.save')}
      refused={t('maintenance.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={valuesOf(plan)}
      className="inner-form"
    >
      <PlanFields>
        <RhythmFields withUnit={false} />
      </PlanFields>
    </CommandForm>
  );
}

function PlanFields({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
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
  const { data } = useRead('piece', '/resources/{resourceId}/pieces', {
    resourceId: resource.id,
    limit: piecesMax,
  });
  const pieces = data?.items ?? [];
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
