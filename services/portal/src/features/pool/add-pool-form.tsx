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

type Sex = NonNullable<Pool['sex']>;

interface PoolForm {
  readonly name: string;
  readonly capacity: string;
}

/** Seats for everybody, or for a union and all below it. */
export function AddPoolForm({ activity, pools }: AddPoolFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PoolForm>();
  const [union, setUnion] = useState<NamedParty | null>(null);
  const [sex, setSex] = useState<Sex>();
  // A union has one pool of each kind.
  const alike = pools.filter((pool) => pool.sex === (sex ?? null));
  const add = useAddPool(activity.id);
  const choose = (chosen: NamedParty | null): void => {
    setUnion(chosen);
    form.setFieldValue('name', chosen?.name ?? t('pools.commonName'));
  };
  const submit = ({ name, capacity }: PoolForm): void =>
    add.mutate(
      {
        name: name.trim(),
        capacity: capacityOf(capacity) ?? 0,
        unionId: union?.id ?? null,
        sex: sex ?? null,
      },
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
      {activity.kind === 'matchmaking' && <SexChoice sex={sex} onChoose={setSex} />}
      <ForWhom activity={activity} pools={alike} union={union} onChoose={choose} />
      <NameAndCapacity />
      {add.isError && <Refusal title={t('pools.notAdded')} error={add.error} fields={['name', 'capacity']} />}
      <AddButton
        isPending={add.isPending}
        isThere={union === null && alike.some(({ unionId }) => unionId === null)}
      />
    </Form>
  );
}

interface AddButtonProps {
  readonly isPending: boolean;
  /** Is there such a pool for everybody already? */
  readonly isThere: boolean;
}

function AddButton({ isPending, isThere }: AddButtonProps) {
  const { t } = useTranslation();
  return (
    <Button type="primary" htmlType="submit" disabled={isThere} loading={isPending}>
      {t('pools.add')}
    </Button>
  );
}

interface SexChoiceProps {
  readonly sex: Sex | undefined;
  readonly onChoose: (sex: Sex | undefined) => void;
}

/** Matchmaking may have seats for women and seats for men. */
function SexChoice({ sex, onChoose }: SexChoiceProps) {
  const { t } = useTranslation();
  const options = (['female', 'male'] as const).map((value) => ({ value, label: t(`pools.sex.${value}`) }));
  return (
    <Form.Item label={t('pools.sex.label')} htmlFor="pool-sex" extra={t('pools.sex.hint')}>
      <Choice<Sex>
        id="pool-sex"
        {...(sex === undefined ? {} : { value: sex })}
        options={[{ value: '', label: t('pools.sex.both') }, ...options]}
        onChange={onChoose}
      />
    </Form.Item>
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
