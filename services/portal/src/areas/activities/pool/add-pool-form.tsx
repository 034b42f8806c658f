import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { NamedParty } from '../../../session/party-picker.js';
import type { Activity } from '../activity/activity-form.js';
import { ForWhomField } from './for-whom-field.js';
import { alikeBut, capacityOf, type PoolSize, poolSizes } from './pool.model.js';
import type { Pool } from './use-pools.js';
import { Input } from '../../../kit/input.js';

interface AddPoolFormProps {
  readonly activity: Activity;
  readonly pools: readonly Pool[];
}

type Sex = NonNullable<Pool['sex']>;

interface PoolForm {
  readonly name: string;
  readonly capacity: string;
  readonly sizeClasses?: readonly PoolSize[];
}

/** Seats for everybody, for a union and all below it, or for a club; for enterprises of any size, or of some. */
export function AddPoolForm({ activity, pools }: AddPoolFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PoolForm>();
  const own = ownUnionOf(activity, pools);
  const [party, setParty] = useState<NamedParty | null>(own);
  const sizeClasses = Form.useWatch('sizeClasses', form) ?? [];
  const [sex, setSex] = useState<Sex>();
  // A union, or a club, has one pool of each kind.
  const alike = alikeBut(pools, { sex: sex ?? null, sizeClasses });
  const add = useCommand('pool', 'post', '/activities/{activityId}/pools');
  const choose = (chosen: NamedParty | null): void => {
    setParty(chosen);
    form.setFieldValue('name', chosen?.name ?? t('pools.commonName'));
  };
  // There is such a pool for everybody already.
  const isThere = party === null && alike.some(({ unionId, clubId }) => unionId === null && clubId === null);
  return (
    <CommandForm
      command={add}
      form={form}
      className="add-row"
      input={({ name, capacity }: PoolForm) => ({
        activityId: activity.id,
        body: {
          name: name.trim(),
          capacity: capacityOf(capacity) ?? 0,
          ...idOf(party),
          sizeClasses: [...sizeClasses],
          sex: sex ?? null,
        },
      })}
      submit={t('pools.add')}
      refused={t('pools.notAdded')}
      disabled={isThere}
      onDone={() => {
        form.resetFields();
        choose(null);
      }}
      initialValues={{ name: own?.name ?? t('pools.commonName') }}
    >
      <h3>{t('pools.add')}</h3>
      {activity.kind === 'matchmaking' && <SexChoice sex={sex} onChoose={setSex} />}
      <ForWhomField activity={activity} pools={alike} party={party} onChoose={choose} />
      <Sizes />
      <NameAndCapacity />
      {isThere && <p className="hint">{t('pools.isThere')}</p>}
    </CommandForm>
  );
}

/** The first pool is for the organising union; a pool for everybody is chosen on purpose. */
function ownUnionOf({ organiser }: Activity, pools: readonly Pool[]): NamedParty | null {
  const isThere = pools.some(({ unionId }) => unionId === organiser.id);
  return organiser.kind === 'union' && !isThere ? organiser : null;
}

/** Whose seats they are, as it is sent. */
function idOf(party: NamedParty | null): Pick<Pool, 'unionId' | 'clubId'> {
  const idIf = (kind: NamedParty['kind']): string | null => (party?.kind === kind ? party.id : null);
  return { unionId: idIf('union'), clubId: idIf('club') };
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

function Sizes() {
  const { t } = useTranslation();
  return (
    <Form.Item name="sizeClasses" label={t('pools.sizes')} extra={t('pools.sizesHint')}>
      <Checkbox.Group options={poolSizes.map((value) => ({ value, label: t(`pool.sizeIs.${value}`) }))} />
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
