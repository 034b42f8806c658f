import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import { useUnionName } from '../../../session/use-unions.js';
import { capacityOf } from './pool.model.js';
import type { Pool } from './use-pools.js';

type SeatCap = components['schemas']['SeatCapView'];

interface CapSectionProps {
  readonly activityId: string;
  readonly pools: readonly Pool[];
  readonly mayChange: boolean;
}

/** Limits for several pools together. */
export function CapSection({ activityId, pools, mayChange }: CapSectionProps) {
  const { t } = useTranslation();
  const caps = useRead('pool', '/activities/{activityId}/caps', { activityId });
  if (caps.isPending) return <LoadingState rows={1} />;
  if (caps.data === undefined) return <ErrorState error={caps.error} onRetry={() => void caps.refetch()} />;
  const { items } = caps.data;
  if (items.length === 0 && !mayChange) return null;
  return (
    <>
      <h3>{t('pools.caps.title')}</h3>
      <p className="hint">{t('pools.caps.hint')}</p>
      {items.length === 0 && <p>{t('pools.caps.none')}</p>}
      <ul className="plain-list rows">
        {items.map((cap) => (
          <CapLine key={cap.id} cap={cap} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && <AddCapForm activityId={activityId} pools={pools} />}
    </>
  );
}

function CapLine({ cap, mayChange }: { readonly cap: SeatCap; readonly mayChange: boolean }) {
  const { t } = useTranslation();
  const remove = useCommand('pool', 'delete', '/activities/{activityId}/caps/{capId}');
  const { name, unionId, taken, capacity } = cap;
  const union = useUnionName(unionId ?? undefined) ?? '…';
  return (
    <li className="row">
      <div>
        <strong>{name}</strong>
        <p className="hint">
          {unionId === null ? t('pools.caps.whole') : t('pools.caps.ofUnion', { union })}
        </p>
        <p>{t('pools.caps.line', { taken, capacity })}</p>
        {remove.isError && <Refusal title={t('pools.caps.notRemoved')} error={remove.error} />}
      </div>
      {mayChange && (
        <ConfirmButton
          danger
          loading={remove.isPending}
          question={t('pools.caps.removeQuestion', { name })}
          confirmText={t('pools.caps.remove')}
          onConfirm={() => remove.mutate({ activityId: cap.activityId, capId: cap.id })}
        >
          {t('pools.caps.remove')}
        </ConfirmButton>
      )}
    </li>
  );
}

interface CapForm {
  readonly name: string;
  readonly capacity: string;
  readonly unionId: string;
}

function AddCapForm({ activityId, pools }: Omit<CapSectionProps, 'mayChange'>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CapForm>();
  const add = useCommand('pool', 'post', '/activities/{activityId}/caps');
  const unions = pools.flatMap(({ unionId, name }) =>
    unionId === null ? [] : { value: unionId, label: t('pools.forNamed', { name }) },
  );
  return (
    <CommandForm
      command={add}
      form={form}
      input={({ name, capacity, unionId }: CapForm) => ({
        activityId,
        body: {
          name: name.trim(),
          capacity: capacityOf(capacity) ?? 0,
          unionId: unionId === '' ? null : unionId,
        },
      })}
      submit={t('pools.caps.add')}
      refused={t('pools.caps.notAdded')}
      secondary
      onDone={() => form.resetFields()}
      initialValues={{ unionId: '' }}
    >
      <div className="two-columns">
        <Form.Item
          name="name"
          label={t('pools.caps.name')}
          rules={[{ required: true, whitespace: true, message: t('pools.nameRequired') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="capacity"
          label={t('pools.caps.capacity')}
          rules={[{ required: true, pattern: /^\s*\d{1,7}\s*$/, message: t('pools.capacityFormat') }]}
        >
          <Input inputMode="numeric" maxLength={7} />
        </Form.Item>
      </div>
      <Form.Item name="unionId" label={t('pools.caps.over')}>
        <Choice options={[{ value: '', label: t('pools.caps.whole') }, ...unions]} />
      </Form.Item>
    </CommandForm>
  );
}
