import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { offerHoursOf, type TermsForm, termsFormOf, termsOf } from './typed-terms.js';
import type { PoolTermsProps } from './pool-terms.js';

/** Changes when a pool opens and is released, and how people move up from its waitlist. */
export function PoolTermsForm({ pool, timeZone }: PoolTermsProps) {
  const { t } = useTranslation();
  const change = useCommand('pool', 'patch', '/activities/{activityId}/pools/{poolId}', {
    onStale: 'refuse',
  });
  return (
    <details>
      <summary>{t('pools.terms')}</summary>
      <CommandForm
        command={change}
        label={t('pools.termsOf', { name: pool.name })}
        input={(typed: TermsForm) => ({
          activityId: pool.activityId,
          poolId: pool.id,
          version: pool.version,
          body: termsOf(typed, timeZone),
        })}
        submit={t('pools.saveTerms')}
        refused={t('pools.notChanged')}
        secondary
        initialValues={termsFormOf(pool, timeZone)}
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
      </CommandForm>
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
