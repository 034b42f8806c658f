import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { PickedParty } from '../co-host/party-picker.js';
import {
  approvals,
  granteeKinds,
  grantFields,
  type GrantFormValues,
  grantOf,
  prices,
  sizeClasses,
} from './grant-values.js';
import { useGrant } from './use-resource.js';
import { Input } from '../../shell/input.js';

interface GrantFormProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

const initial: GrantFormValues = { to: { kind: 'everyone' }, approval: 'custodian', price: { kind: 'free' } };

/** Grants a right of use: to whom, for how long, who decides each loan, what it costs. The owner stays the owner. */
export function GrantForm({ resourceId, onDone }: GrantFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<GrantFormValues>();
  const grant = useGrant(resourceId);
  const submit = (values: GrantFormValues): void => {
    const body = grantOf(values);
    if (body === null) return;
    grant.mutate(body, { onSuccess: onDone, onError: (error) => showErrors(form, error, grantFields) });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={grant.isPending}
      initialValues={initial}
      onFinish={submit}
    >
      <h3>{t('resource.grant.add')}</h3>
      <ToFields />
      <TermFields />
      {grant.isError && <Refusal title={t('resource.notSaved')} error={grant.error} fields={grantFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={grant.isPending}>
          {t('resource.grant.submit')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function ToFields() {
  const { t } = useTranslation();
  const kind = Form.useWatch(['to', 'kind']) as string | undefined;
  return (
    <>
      <Form.Item name={['to', 'kind']} label={t('resource.grant.to')}>
        <Choice
          options={granteeKinds.map((value) => ({ value, label: t(`resource.grant.kind.${value}`) }))}
        />
      </Form.Item>
      {(kind === 'union' || kind === 'subtree') && (
        <Form.Item
          name={['to', 'unionId']}
          label={t('resource.grant.union')}
          rules={[{ required: true, message: t('resource.grant.unionRequired') }]}
        >
          <PickedParty label={t('resource.grant.union')} kinds={['union']} />
        </Form.Item>
      )}
      {kind === 'sizeClass' && (
        <Form.Item
          name={['to', 'sizeClass']}
          label={t('resource.grant.sizeLabel')}
          rules={[{ required: true, message: t('resource.grant.sizeRequired') }]}
        >
          <Choice
            options={[
              { value: '' as const, label: t('resource.choose') },
              ...sizeClasses.map((value) => ({ value, label: t(`resource.grant.size.${value}`) })),
            ]}
          />
        </Form.Item>
      )}
    </>
  );
}

function TermFields() {
  const { t } = useTranslation();
  const price = Form.useWatch(['price', 'kind']) as string | undefined;
  const required = [{ required: true, message: t('resource.grant.dayRequired') }];
  return (
    <>
      <div className="two-columns">
        <Form.Item name="from" label={t('resource.grant.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t('resource.grant.until')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="approval" label={t('resource.grant.approval')}>
          <Choice options={approvals.map((value) => ({ value, label: t(`resource.approval.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['price', 'kind']} label={t('resource.grant.price')}>
          <Choice options={prices.map((value) => ({ value, label: t(`resource.price.${value}`) }))} />
        </Form.Item>
      </div>
      {price === 'costShare' && (
        <Form.Item
          name={['price', 'text']}
          label={t('resource.grant.priceText')}
          rules={[{ required: true, whitespace: true, message: t('resource.grant.priceTextRequired') }]}
        >
          <Input maxLength={500} placeholder={t('resource.grant.priceTextExample')} />
        </Form.Item>
      )}
    </>
  );
}
