import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { type NamedParty, PartyPicker } from '../co-host/party-picker.js';
import type { Activity } from '../organising/activity-form.js';
import { capacityOf } from './pool.model.js';
import { type Pool, useAddPool } from './use-pools.js';
import { Input } from '../../shell/input.js';

interface AddPoolFormProps {
  readonly activity: Activity;
  readonly pools: readonly Pool[];
}

interface PoolForm {
  readonly name: string;
  readonly capacity: string;
}

/** Seats for everybody, or for a union and all below it. */
export function AddPoolForm({ activity, pools }: AddPoolFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PoolForm>();
  const [union, setUnion] = useState<NamedParty | null>(null);
  const add = useAddPool(activity.id);
  const choose = (chosen: NamedParty | null): void => {
    setUnion(chosen);
    form.setFieldValue('name', chosen?.name ?? t('pools.commonName'));
  };
  const submit = ({ name, capacity }: PoolForm): void =>
    add.mutate(
      { name: name.trim(), capacity: capacityOf(capacity) ?? 0, unionId: union?.id ?? null },
      {
        onSuccess: () => {
          form.resetFields();
          setUnion(null);
        },
        onError: (error) => showErrors(form, error, ['name', 'capacity']),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="add-row"
      initialValues={{ name: t('pools.commonName') }}
      onFinish={submit}
    >
      <h3>{t('pools.add')}</h3>
      <ForWhom activity={activity} pools={pools} union={union} onChoose={choose} />
      <NameAndCapacity />
      {add.isError && <Refusal title={t('pools.notAdded')} error={add.error} fields={['name', 'capacity']} />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={union === null && pools.some(({ unionId }) => unionId === null)}
        loading={add.isPending}
      >
        {t('pools.add')}
      </Button>
    </Form>
  );
}

function NameAndCapacity() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name="name"
        label={t('pools.name')}
        rules={[{ required: true, whitespace: true, message: t('pools.nameRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="capacity"
        label={t('pools.capacity')}
        rules={[{ required: true, pattern: /^\s*\d{1,7}\s*$/, message: t('pools.capacityFormat') }]}
      >
        <Input inputMode="numeric" maxLength={7} />
      </Form.Item>
    </div>
  );
}

interface ForWhomProps extends AddPoolFormProps {
  readonly union: NamedParty | null;
  readonly onChoose: (union: NamedParty | null) => void;
}

function ForWhom({ activity, pools, union, onChoose }: ForWhomProps) {
  const { t } = useTranslation();
  const [isSearching, setIsSearching] = useState(false);
  const taken = new Set(pools.map(({ unionId }) => unionId));
  const hosts = [activity.organiser, ...activity.coHosts].filter(
    ({ kind, id }) => kind === 'union' && !taken.has(id),
  );
  const listed = union !== null && !hosts.some(({ id }) => id === union.id) ? [...hosts, union] : hosts;
  const choose = (value: string | undefined): void => {
    setIsSearching(value === 'other');
    if (value !== 'other') onChoose(listed.find(({ id }) => id === value) ?? null);
  };
  const pick = (party: NamedParty): void => {
    setIsSearching(false);
    onChoose(party);
  };
  return (
    <Form.Item label={t('pools.forWhom')} htmlFor="pool-for-whom" extra={t('pools.forWhomHint')}>
      <Choice
        id="pool-for-whom"
        value={isSearching ? 'other' : (union?.id ?? 'all')}
        options={[
          { value: 'all', label: t(taken.has(null) ? 'activityForm.choose' : 'pools.forAll') },
          ...listed.map(({ id, name }) => ({ value: id, label: t('pools.forNamed', { name }) })),
          { value: 'other', label: t('pools.otherUnion') },
        ]}
        onChange={choose}
      />
      {isSearching && <PartyPicker label={t('pools.searchUnion')} kinds={['union']} onPick={pick} />}
    </Form.Item>
  );
}
