import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { ordered, siblingsOf } from '../indicator-system/indicator-tree.model.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { comparedMax } from '../weight-version/weighing.model.js';

interface Values {
  readonly name: string;
  readonly closesAt: string;
  /** Keys of the nodes; '' for the top. */
  readonly nodes: readonly string[];
}

/** Which groups are to be compared, and until when. */
export function NewRoundForm({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('judgementRound', 'post', '/judgement-rounds');
  const groups = useGroups(system);
  return (
    <section className="card" aria-labelledby="new-round-title">
      <h2 id="new-round-title">{t('judging.createTitle')}</h2>
      <CommandForm
        command={create}
        input={({ name, closesAt, nodes }: Values) => ({
          body: {
            indicatorSystemId: system.id,
            name: name.trim(),
            closesAt: instantOf(closesAt),
            nodes: nodes.map((key) => ({ parentKey: key === '' ? null : key })),
          },
        })}
        submit={t('judging.create')}
        refused={t('judging.notCreated')}
        onDone={({ id }) => void navigate(`/judgement-rounds/${id}`)}
        name="judgementRound"
        initialValues={{ nodes: groups.map(({ value }) => value) }}
      >
        <RoundFields groups={groups} />
      </CommandForm>
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
