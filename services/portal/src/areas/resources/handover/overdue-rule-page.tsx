import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';

type Rule = components['schemas']['OverdueRuleView'];
type Block = Rule['overdueBlock'];

const blocks = ['any', 'sameOwner', 'none'] as const satisfies Block[];
const graceHoursMax = 168;

/** What each of my unions does about borrowers with overdue loans. */
export function OverdueRulePage() {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const unionIds = unionIdsOf('officer');
  if (unionIds.length === 0) return <NotFoundPage />;
  return (
    <>
      <PageHead title={t('app.page.lendingRule')} />
      <p className="hint">{t('overdueRule.hint')}</p>
      {unionIds.map((unionId) => (
        <RuleSection key={unionId} unionId={unionId} />
      ))}
    </>
  );
}

function RuleSection({ unionId }: { readonly unionId: string }) {
  const union = useQuery(unionQuery(unionId));
  const rule = useRead('overdueRule', '/unions/{unionId}/overdue-rule', { unionId });
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
  const { unionId, version, setBy } = rule;
  const set = useCommand('overdueRule', 'put', '/unions/{unionId}/overdue-rule');
  const source = setBy === null ? 'nobody' : setBy === unionId ? 'own' : 'above';
  return (
    <CommandForm
      name={`rule-${unionId}`}
      command={set}
      input={({ overdueBlock, graceHours }: Values) => ({
        unionId,
        version,
        body: { overdueBlock, graceHours: Number(graceHours) },
      })}
      submit={t('overdueRule.save')}
      refused={t('overdueRule.notSaved')}
      initialValues={{ overdueBlock: rule.overdueBlock, graceHours: String(rule.graceHours) }}
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
    </CommandForm>
  );
}
