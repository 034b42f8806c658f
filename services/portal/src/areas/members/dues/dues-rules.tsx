import '../../../kit/styles/fold.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { type ItemAt, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DataTable } from '../../../kit/data-table.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { amountRule, moneyOf, monthPattern, today } from './dues-form.js';
import { useKeepsDues } from './use-dues-offices.js';

type Rule = ItemAt<'/dues-rules'>;
type Kind = components['schemas']['DuesRuleView']['kind'];

const kinds: readonly Kind[] = ['rate', 'flat', 'exempt'];

/** What members of a union owe now, in a line; opened, from which month on which rule held, and another is set. */
export function DuesRules({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const keeps = useKeepsDues(unionId);
  const [isSetting, setIsSetting] = useState(false);
  const close = (): void => setIsSetting(false);
  const textOf = useRuleText();
  const list = useList('duesRule', '/dues-rules', { union: unionId });
  const thisMonth = today().slice(0, 7);
  const now = list.items?.find(({ fromMonth }) => fromMonth <= thisMonth);
  if (list.items?.length === 0) return <NoRule unionId={unionId} />;
  return (
    <details className="card fold">
      <summary>
        {now === undefined
          ? t(list.items === undefined ? 'dues.rule.title' : 'dues.rule.none')
          : t('dues.rule.now', { rule: textOf(now) })}
      </summary>
      <PagedList list={list} empty={{ text: t('dues.rule.empty') }}>
        {(rules) => <RuleTable rules={rules} />}
      </PagedList>
      {keeps && !isSetting && (
        <div className="actions">
          <Button onClick={() => setIsSetting(true)}>{t('dues.rule.set')}</Button>
        </div>
      )}
      {isSetting && <RuleForm unionId={unionId} onClose={close} />}
    </details>
  );
}

/** Without any rule there is nothing to open: what that means, and the way to set one, are said at once. */
function NoRule({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const keeps = useKeepsDues(unionId);
  const [isSetting, setIsSetting] = useState(false);
  return (
    <section className="card">
      <h2>{t('dues.rule.none')}</h2>
      <p className="hint">{t('dues.rule.empty')}</p>
      {keeps && !isSetting && <Button onClick={() => setIsSetting(true)}>{t('dues.rule.set')}</Button>}
      {isSetting && <RuleForm unionId={unionId} onClose={() => setIsSetting(false)} />}
    </section>
  );
}

/** What a rule says. */
function useRuleText(): (rule: Rule) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, percent, amount }) =>
    t(`dues.rule.says.${kind}`, { percent, amount: amount === null ? '' : format.money(amount) });
}

function RuleTable({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const textOf = useRuleText();
  return (
    <DataTable
      caption={t('dues.rule.title')}
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        { key: 'fromMonth', title: t('dues.fromMonth'), cell: ({ fromMonth }) => fromMonth },
        { key: 'rule', title: t('dues.rule.title'), cell: textOf },
      ]}
    />
  );
}

interface RuleFormProps {
  readonly unionId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly fromMonth: string;
  readonly kind: Kind;
  readonly percent?: string;
  readonly amount?: string;
}

const usual: Values = { fromMonth: today().slice(0, 7), kind: 'rate', percent: '0.5' };

function RuleForm({ unionId, onClose }: RuleFormProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>(usual.kind);
  const set = useCommand('duesRule', 'post', '/dues-rules');
  const bodyOf = (values: Values) => ({
    unionId,
    fromMonth: values.fromMonth,
    kind: values.kind,
    percent: values.kind === 'rate' ? (values.percent?.trim() ?? null) : null,
    amount: values.kind === 'flat' ? moneyOf(values.amount ?? '') : null,
  });
  return (
    <CommandForm
      name="dues-rule"
      command={set}
      input={(values: Values) => ({ body: bodyOf(values) })}
      submit={t('common.save')}
      refused={t('dues.refused')}
      onDone={onClose}
      onCancel={onClose}
      onChange={(values) => setKind(values.kind)}
      initialValues={usual}
    >
      <p className="hint">{t('dues.rule.hint')}</p>
      <div className="two-columns">
        <Form.Item
          name="fromMonth"
          label={t('dues.fromMonth')}
          rules={[{ required: true, pattern: monthPattern, message: t('dues.monthInvalid') }]}
        >
          <Input type="month" autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={t('dues.rule.kind')}>
          <KindChoice />
        </Form.Item>
        {kind === 'rate' && (
          <Form.Item
            name="percent"
            label={t('dues.rule.percent')}
            rules={[
              {
                required: true,
                pattern: /^(100|\d{1,2})(\.\d{1,4})?$/,
                message: t('dues.rule.percentInvalid'),
              },
            ]}
          >
            <Input inputMode="decimal" suffix="%" maxLength={7} autoComplete="off" />
          </Form.Item>
        )}
        {kind === 'flat' && (
          <Form.Item
            name="amount"
            label={t('dues.rule.amount')}
            rules={[amountRule(t('dues.amountInvalid'))]}
          >
            <MoneyInput />
          </Form.Item>
        )}
      </div>
    </CommandForm>
  );
}

interface KindChoiceProps {
  readonly id?: string;
  readonly value?: Kind;
  readonly onChange?: (kind: Kind) => void;
}

/** One of the kinds; there is always one. */
function KindChoice({ onChange, ...rest }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice<Kind>
      {...rest}
      options={kinds.map((kind) => ({ value: kind, label: t(`dues.rule.kinds.${kind}`) }))}
      onChange={(kind) => onChange?.(kind ?? 'rate')}
    />
  );
}
