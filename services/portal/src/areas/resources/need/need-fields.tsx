import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { resourceFunctions, unionBusinesses } from '../resource/resource-filters.js';
import { FlexibleFields } from './flexible-fields.js';
import { flexibleMax, needAudiences, wantsMax, windowsMax } from './need-form.js';
import { Input, TextArea } from '../../../kit/input.js';

/** What the need is, when, for how many. */
export function NeedFields({ more }: { readonly more?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t('need.name')}
        rules={[{ required: true, whitespace: true, message: t('need.form.titleRequired') }]}
      >
        <Input maxLength={100} placeholder={t('need.form.titleExample')} />
      </Form.Item>
      <Form.Item name="text" label={t('need.form.text')}>
        <TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Wants />
      <Windows />
      <FlexibleWindows />
      <Audience />
      <Form.Item
        name="headcount"
        label={t('need.headcount')}
        rules={[
          { required: true, pattern: /^\s*[1-9]\d{0,6}\s*$/, message: t('need.form.headcountRequired') },
        ]}
      >
        <Input inputMode="numeric" maxLength={7} autoComplete="off" className="short-field" />
      </Form.Item>
      {more}
    </>
  );
}

interface LinesProps {
  readonly name: 'wants' | 'windows' | 'flexible';
  readonly max: number;
  readonly min?: number;
  readonly children: (place: number) => ReactNode;
}

/** Lines of one kind; each a group of its own that can be removed. */
function Lines({ name, max, min = 1, children }: LinesProps) {
  const { t } = useTranslation();
  return (
    <Form.List name={name}>
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name: place }) => (
            <fieldset key={key} className="group">
              <legend>{t(`need.form.${name}`, { number: place + 1 })}</legend>
              {children(place)}
              {fields.length > min && (
                <Button className="group-button" onClick={() => remove(place)}>
                  {t(`need.form.remove.${name}`, { number: place + 1 })}
                </Button>
              )}
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < max && (
            <Button className="group-button" onClick={() => add({})}>
              {t(`need.form.add.${name}`)}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function Wants() {
  return (
    <Lines name="wants" max={wantsMax}>
      {(place) => <Want place={place} />}
    </Lines>
  );
}

function Want({ place }: { readonly place: number }) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name={[place, 'function']}
        label={t('activity.functionLabel')}
        rules={[{ required: true, message: t('need.form.functionRequired') }]}
      >
        <Choice
          options={[
            { value: '' as const, label: t('resource.choose') },
            ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item name={[place, 'business']} label={t('need.form.business')}>
        <Choice
          options={[
            { value: '' as const, label: t('activity.everyBusiness') },
            ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name={[place, 'capacity']}
        label={t('need.form.capacity')}
        extra={t('need.form.capacityHint')}
        rules={[{ pattern: /^\s*[1-9]\d{0,6}\s*$/, message: t('resource.form.whole') }]}
      >
        <Input inputMode="numeric" maxLength={7} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[place, 'quantity']}
        label={t('need.form.quantity')}
        rules={[{ pattern: /^\s*[1-9]\d{0,4}\s*$/, message: t('resource.form.whole') }]}
      >
        <Input inputMode="numeric" maxLength={5} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[place, 'skill']} label={t('need.form.skill')}>
        <Input maxLength={100} placeholder={t('need.form.skillExample')} />
      </Form.Item>
    </div>
  );
}

function Windows() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('need.form.timeRequired') }];
  return (
    <Lines name="windows" max={windowsMax} min={0}>
      {(place) => (
        <div className="two-columns">
          <Form.Item name={[place, 'from']} label={t('need.form.from')} rules={required}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item
            name={[place, 'to']}
            label={t('need.form.to')}
            extra={t('common.dateTimeHint')}
            rules={required}
          >
            <Input type="datetime-local" />
          </Form.Item>
        </div>
      )}
    </Lines>
  );
}

function FlexibleWindows() {
  return (
    <Lines name="flexible" max={flexibleMax} min={0}>
      {(place) => <FlexibleFields place={place} />}
    </Lines>
  );
}

function Audience() {
  const { t } = useTranslation();
  return (
    <Form.Item name="audience" label={t('need.form.audience')}>
      <Choice options={needAudiences.map((value) => ({ value, label: t(`need.audience.${value}`) }))} />
    </Form.Item>
  );
}
