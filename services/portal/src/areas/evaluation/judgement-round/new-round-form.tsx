import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { instantOf } from '../../../i18n/format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { ordered, siblingsOf } from '../indicator-system/indicator-tree.model.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { comparedMax } from '../weight-version/weighing.model.js';
import { useCreateRound } from './use-judgement-rounds.js';

interface Values {
  readonly name: string;
  readonly closesAt: string;
  /** Keys of the nodes; '' for the top. */
  readonly nodes: readonly string[];
}

const fields = ['name', 'closesAt', 'nodes'];

/** Which groups are to be compared, and until when. */
export function NewRoundForm({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useCreateRound();
  const groups = useGroups(system);
  const submit = ({ name, closesAt, nodes }: Values): void =>
    create.mutate(
      {
        indicatorSystemId: system.id,
        name: name.trim(),
        closesAt: instantOf(closesAt),
        nodes: nodes.map((key) => ({ parentKey: key === '' ? null : key })),
      },
      {
        onSuccess: ({ id }) => void navigate(`/judgement-rounds/${id}`),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <section className="card" aria-labelledby="new-round-title">
      <h2 id="new-round-title">{t('judging.createTitle')}</h2>
      <Form
        form={form}
        name="judgementRound"
        layout="vertical"
        requiredMark={false}
        disabled={create.isPending}
        initialValues={{ nodes: groups.map(({ value }) => value) }}
        onFinish={submit}
      >
        <RoundFields groups={groups} />
        {create.isError && <Refusal title={t('judging.notCreated')} error={create.error} fields={fields} />}
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('judging.create')}
        </Button>
      </Form>
    </section>
  );
}

function RoundFields({ groups }: { readonly groups: ReturnType<typeof useGroups> }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="name"
        label={t('judging.name')}
        rules={[{ required: true, whitespace: true, message: t('judging.nameRequired') }]}
      >
        <Input maxLength={100} placeholder={t('judging.nameHint')} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="closesAt"
        label={t('judging.closesAt')}
        rules={[{ required: true, message: t('judging.closesAtRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="nodes"
        label={t('judging.groups')}
        rules={[{ type: 'array', min: 1, message: t('judging.groupsRequired') }]}
      >
        <Checkbox.Group options={groups} className="round-groups" />
      </Form.Item>
    </>
  );
}

/** Groups that can be compared in pairs. */
function useGroups({ nodes }: IndicatorSystem) {
  const { t } = useTranslation();
  const names = new Map(nodes.map(({ key, name }) => [key, name]));
  return siblingsOf(ordered(nodes))
    .filter(({ keys }) => keys.length > 1 && keys.length <= comparedMax)
    .map(({ parentKey, keys }) => {
      const title = parentKey === null ? t('weightVersion.top') : (names.get(parentKey) ?? parentKey);
      return { value: parentKey ?? '', label: t('judging.groupOf', { title, count: keys.length }) };
    });
}
