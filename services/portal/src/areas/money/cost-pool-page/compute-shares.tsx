import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useSubmit } from '../../../api/use-submit.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { type CostPool, keyOf, type Payer, splitsByUsage } from '../cost-pool/cost-pool.model.js';
import { Input } from '../../../kit/input.js';
import { SubsidyWaysOn } from './subsidy-ways-on.js';

const UsageSource = lazyPart('UsageSource', () => import('../pool-life/usage-source.js'), { rows: 2 });

interface UsageForm {
  readonly usage?: Readonly<Record<string, string>>;
  readonly usageReason?: string;
}

/** Computes the shares; where the rule splits by usage, asks for what each party used. */
export function ComputeShares({ pool }: { readonly pool: CostPool }) {
  if (pool.agreementId === null) return <ComputeForm pool={pool} asksUsage={false} />;
  return <ComputeByAgreement pool={pool} agreementId={pool.agreementId} />;
}

function ComputeByAgreement({
  pool,
  agreementId,
}: {
  readonly pool: CostPool;
  readonly agreementId: string;
}) {
  const agreement = useRead('agreement', '/agreements/{agreementId}', { agreementId });
  const asksUsage = agreement.data !== undefined && splitsByUsage(agreement.data.terms.rule);
  return <ComputeForm pool={pool} asksUsage={asksUsage} />;
}

function ComputeForm({ pool, asksUsage }: { readonly pool: CostPool; readonly asksUsage: boolean }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<UsageForm>();
  const compute = useComputeShares(pool.id);
  const parties = pool.parties.map((party) => ({ key: keyOf(party), name: party.name }));
  return (
    <>
      <CommandForm
        form={form}
        command={compute}
        input={({ usage = {}, usageReason = '' }: UsageForm) => ({
          version: pool.version,
          body: asksUsage ? { usage: numbersOf(usage), usageReason: usageReason.trim() || null } : {},
        })}
        submit={t(
          pool.total === null ? 'money.costPool.steps.computeButton' : 'money.costPool.steps.recomputeButton',
        )}
        refused={t('money.costPool.steps.refused')}
        secondary={pool.total !== null}
        className="pool-act"
      >
        {asksUsage && <UsageFields parties={parties} />}
        {asksUsage && <UsageSource pool={pool} onFound={(usage) => form.setFieldsValue({ usage })} />}
      </CommandForm>
      <SubsidyWaysOn pool={pool} error={compute.error} />
    </>
  );
}

interface ComputedBy {
  readonly body: components['schemas']['ComputeSharesBody'];
  readonly version: number;
}

function useComputeShares(costPoolId: string) {
  return useSubmit({
    // The version is part of the input, so that computing again after a change is another submit, although the platform does not ask for it.
    send: ({ body }: ComputedBy, key) =>
      request('post', '/cost-pools/{costPoolId}/shares', { costPoolId, body }, { key }),
    touches: ['costPool'],
  });
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
