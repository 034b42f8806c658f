import '../../../kit/styles/checks.css';
import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unionBusinesses } from './resource-filters.js';
import { Input, TextArea } from '../../../kit/input.js';

/** The fields of a resource, for a new one and for an edit. */
export function ResourceFields({ kind }: { readonly kind?: ReactNode }) {
  return (
    <>
      <About kind={kind} />
      <Where />
      <Limits />
    </>
  );
}

function About({ kind }: { readonly kind: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t('resource.name')}
        rules={[{ required: true, whitespace: true, message: t('resource.form.titleRequired') }]}
      >
        <Input maxLength={100} placeholder={t('resource.form.titleExample')} />
      </Form.Item>
      <Form.Item
        name="description"
        label={t('resource.form.description')}
        extra={t('resource.form.descriptionHint')}
      >
        <TextArea rows={4} maxLength={2000} />
      </Form.Item>
      {kind}
      <Form.Item
        name="businesses"
        label={t('resource.form.businesses')}
        rules={[
          {
            // Not by `required`: a group of boxes may not be called so (aria-required).
            validator: (_rule, chosen: readonly string[] | undefined) =>
              chosen?.length
                ? Promise.resolve()
                : Promise.reject(new Error(t('resource.form.businessesRequired'))),
          },
        ]}
      >
        <Checkbox.Group
          className="checks"
          options={unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}

function Where() {
  const { t } = useTranslation();
  const decimal = { pattern: /^\s*-?\d{1,3}(\.\d+)?\s*$/, message: t('resource.form.decimal') };
  return (
    <>
      <div className="two-columns">
        <Form.Item name="district" label={t('resource.district')} extra={t('resource.form.districtHint')}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="place" label={t('resource.form.place')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="latitude"
          label={t('resource.form.latitude')}
          extra={t('resource.form.coordinatesHint')}
          rules={[decimal]}
        >
          <Input inputMode="decimal" maxLength={12} autoComplete="off" />
        </Form.Item>
        <Form.Item name="longitude" label={t('resource.form.longitude')} rules={[decimal]}>
          <Input inputMode="decimal" maxLength={12} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

function Limits() {
  const { t } = useTranslation();
  const whole = { pattern: /^\s*\d{1,7}\s*$/, message: t('resource.form.whole') };
  return (
    <div className="two-columns">
      <Form.Item name="capacity" label={t('resource.form.capacity')} rules={[whole]}>
        <Input inputMode="numeric" maxLength={7} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="setupMinutes"
        label={t('resource.form.setupField')}
        extra={t('resource.form.setupHint')}
        rules={[whole]}
      >
        <Input inputMode="numeric" maxLength={5} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="turnaroundMinutes"
        label={t('resource.form.turnaround')}
        extra={t('resource.form.turnaroundHint')}
        rules={[whole]}
      >
        <Input inputMode="numeric" maxLength={5} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="loansPerBorrowerMax"
        label={t('resource.quota')}
        extra={t('resource.form.quotaHint')}
        rules={[whole]}
      >
        <Input inputMode="numeric" maxLength={4} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
