import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { offerHoursOf, type TermsForm, termsFields, termsFormOf, termsOf } from './typed-terms.js';
import type { PoolTermsProps } from './pool-terms.js';
import { useChangePool } from './use-pools.js';

/** Changes when a pool opens and is released, and how those who wait move up. */
export function PoolTermsForm({ pool, timeZone }: PoolTermsProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TermsForm>();
  const change = useChangePool(pool.activityId, pool.id);
  const save = (typed: TermsForm): void =>
    change.mutate(
      { version: pool.version, change: termsOf(typed, timeZone) },
      { onError: (error) => showErrors(form, error, termsFields) },
    );
  return (
    <details>
      <summary>{t('pools.terms')}</summary>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        aria-label={t('pools.termsOf', { name: pool.name })}
        initialValues={termsFormOf(pool, timeZone)}
        onFinish={save}
      >
        <Form.Item name="opensAt" label={t('pools.opensAt')}>
          <Input type="datetime-local" />
        </Form.Item>
        {pool.unionId !== null && pool.releasedAt === null && (
          <Form.Item name="releasesAt" label={t('pools.releasesAt')}>
            <Input type="datetime-local" />
          </Form.Item>
        )}
        <OfferHours />
        <Form.Item name="promotionUntil" label={t('pools.promotionUntil')}>
          <Input type="datetime-local" />
        </Form.Item>
        {change.isError && (
          <Refusal title={t('pools.notChanged')} error={change.error} fields={termsFields} />
        )}
        <Button htmlType="submit" loading={change.isPending}>
          {t('pools.saveTerms')}
        </Button>
      </Form>
    </details>
  );
}

function OfferHours() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="offerHours"
      label={t('pools.offerHours')}
      rules={[
        {
          validator: (_rule, text: string) =>
            offerHoursOf(text) === undefined
              ? Promise.reject(new Error(t('pools.offerHoursFormat')))
              : Promise.resolve(),
        },
      ]}
    >
      <Input inputMode="numeric" maxLength={3} />
    </Form.Item>
  );
}
