import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { type CostPool, keyOf, type Payer, splitsByUsage } from '../cost-pool/cost-pool.model.js';
import { useAgreement, useComputeShares } from '../cost-pool/use-cost-pool.js';
import { Input } from '../../../kit/input.js';

const UsageSource = lazyPart('UsageSource', () => import('../pool-life/usage-source.js'), { rows: 2 });

interface UsageForm {
  readonly usage?: Readonly<Record<string, string>>;
  readonly usageReason?: string;
}

/** Computes the shares; where the rule splits by usage, asks for what each party used. */
export function ComputeShares({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<UsageForm>();
  const compute = useComputeShares(pool.id);
  const agreement = useAgreement(pool.agreementId);
  const asksUsage = agreement.data !== undefined && splitsByUsage(agreement.data.terms.rule);
  const parties = pool.parties.map((party) => ({ key: keyOf(party), name: party.name }));
  const fields = [...parties.map(({ key }) => `usage/${key}`), 'usageReason'];
  const submit = ({ usage = {}, usageReason = '' }: UsageForm): void =>
    compute.mutate(
      {
        usage: asksUsage ? numbersOf(usage) : null,
        usageReason: usageReason.trim() === '' ? null : usageReason.trim(),
        version: pool.version,
      },
      { onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} className="pool-act">
      {asksUsage && <UsageFields parties={parties} />}
      {asksUsage && <UsageSource pool={pool} onFound={(usage) => form.setFieldsValue({ usage })} />}
      {compute.isError && (
        <Refusal title={t('money.costPool.steps.refused')} error={compute.error} fields={fields} />
      )}
      <Button
        htmlType="submit"
        type={pool.total === null ? 'primary' : 'default'}
        loading={compute.isPending}
      >
        {t(
          pool.total === null ? 'money.costPool.steps.computeButton' : 'money.costPool.steps.recomputeButton',
        )}
      </Button>
    </Form>
  );
}

function UsageFields({ parties }: { readonly parties: readonly Payer[] }) {
  const { t } = useTranslation();
  const rule = {
    required: true,
    pattern: /^\d{1,9}$/,
    message: t('money.costPool.steps.usageInvalid'),
  };
  return (
    <fieldset className="companion">
      <legend>{t('money.costPool.steps.usage')}</legend>
      <p className="hint">{t('money.costPool.steps.usageHint')}</p>
      {parties.map(({ key, name }) => (
        <Form.Item key={key} name={['usage', key]} label={name} rules={[rule]}>
          <Input inputMode="numeric" autoComplete="off" maxLength={9} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

function numbersOf(usage: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(usage).map(([key, text]) => [key, Number(text)]));
}
