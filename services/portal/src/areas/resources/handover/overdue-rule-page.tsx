import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { Choice } from '../../../kit/choice.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';

type Rule = components['schemas']['OverdueRuleView'];
type Block = Rule['overdueBlock'];

const blocks = ['any', 'sameOwner', 'none'] as const satisfies Block[];
const graceHoursMax = 168;
const fields = ['overdueBlock', 'graceHours'];

/** What each of my unions does about a borrower who has kept something for too long. */
export function OverdueRulePage() {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const unionIds = unionIdsOf('officer');
  if (unionIds.length === 0) return <NotFoundPage />;
  return (
    <>
      <PageHead title={t('overdueRule.title')} back="/loans?role=owner" />
      <p className="hint">{t('overdueRule.hint')}</p>
      {unionIds.map((unionId) => (
        <RuleSection key={unionId} unionId={unionId} />
      ))}
    </>
  );
}

function RuleSection({ unionId }: { readonly unionId: string }) {
  const union = useQuery(unionQuery(unionId));
  const rule = useQuery({
    queryKey: ['overdueRule', unionId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/unions/{unionId}/overdue-rule', { params: { path: { unionId } }, signal })),
  });
  return (
    <section className="card" aria-labelledby={`rule-${unionId}`}>
      <h2 id={`rule-${unionId}`}>{union.data?.name ?? ''}</h2>
      <Loaded query={rule}>{(data) => <RuleForm key={JSON.stringify(data)} rule={data} />}</Loaded>
    </section>
  );
}

interface Values {
  readonly overdueBlock: Block;
  readonly graceHours: string;
}

function RuleForm({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { unionId, version, setBy } = rule;
  const set = useDecision({
    send: ({ overdueBlock, graceHours }: Values, key) =>
      answerOf(
        api.PUT('/api/v1/unions/{unionId}/overdue-rule', {
          params: { path: { unionId }, header: submitHeaders(key, version) },
          body: { overdueBlock, graceHours: Number(graceHours) },
        }),
      ),
    touches: ['overdueRule'],
  });
  const source = setBy === null ? 'nobody' : setBy === unionId ? 'own' : 'above';
  return (
    <Form
      form={form}
      name={`rule-${unionId}`}
      layout="vertical"
      requiredMark={false}
      disabled={set.isPending}
      initialValues={{ overdueBlock: rule.overdueBlock, graceHours: String(rule.graceHours) }}
      onFinish={(values) => set.mutate(values, { onError: (error) => showErrors(form, error, fields) })}
    >
      <p className="hint">{t(`overdueRule.setBy.${source}`)}</p>
      <Form.Item name="overdueBlock" label={t('overdueRule.overdueBlock')}>
        <Choice<Block>
          label={t('overdueRule.overdueBlock')}
          options={blocks.map((value) => ({ value, label: t(`overdueRule.block.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="graceHours"
        label={t('overdueRule.graceHours')}
        extra={t('overdueRule.graceHint')}
        rules={[wholeNumberRule(0, graceHoursMax, t('overdueRule.graceHint'))]}
      >
        <Input inputMode="numeric" maxLength={3} autoComplete="off" />
      </Form.Item>
      {set.isError && <Refusal title={t('overdueRule.notSaved')} error={set.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('overdueRule.save')}
        </Button>
      </div>
    </Form>
  );
}
