import './need.css';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { unionBusinesses } from '../resource/resource-filters.js';
import { FlexibleFields } from './flexible-fields.js';
import { flexibleMax, needAudiences, type NeedForm, wantsMax, windowsMax } from './need-form.js';
import {
  askedElsewhere,
  isCounted,
  isLent,
  type LentKind,
  type WantKind,
  wantKinds,
} from './want-kind.model.js';
import { Input, TextArea } from '../../../kit/input.js';

/** What the need is, when, for how many. */
export function NeedFields({ more }: { readonly more?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Wants />
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
      <div className="need-times">
        <Windows />
        <FlexibleWindows />
      </div>
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

/** What it is comes first; the other fields are those of its kind. */
function Want({ place }: { readonly place: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<NeedForm>();
  const kind: WantKind | undefined = Form.useWatch(['wants', place, 'kind'], form);
  const check = (_rule: unknown, chosen: WantKind | undefined): Promise<void> =>
    isLent(chosen) ? Promise.resolve() : Promise.reject(new Error(t('need.form.functionRequired')));
  return (
    <>
      <Form.Item
        name={[place, 'kind']}
        label={t('need.form.kind')}
        rules={[{ validator: check }]}
        extra={kind === undefined || isLent(kind) ? undefined : <Elsewhere kind={kind} />}
      >
        <Choice<WantKind>
          options={[
            { value: '' as const, label: t('resource.choose') },
            ...wantKinds.map((value) => ({ value, label: t(`need.kind.${value}`) })),
          ]}
        />
      </Form.Item>
      {isLent(kind) && <WantDetails place={place} kind={kind} />}
    </>
  );
}

function Elsewhere({ kind }: { readonly kind: keyof typeof askedElsewhere }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`need.form.elsewhere.${kind}`)} <Link to={askedElsewhere[kind]}>{t(`need.form.go.${kind}`)}</Link>
    </>
  );
}

interface WantDetailsProps {
  readonly place: number;
  readonly kind: LentKind;
}

function WantDetails({ place, kind }: WantDetailsProps) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      {kind === 'venue' && (
        <Form.Item
          name={[place, 'capacity']}
          label={t('need.form.capacity')}
          extra={t('need.form.capacityHint')}
          rules={[{ pattern: /^\s*[1-9]\d{0,6}\s*$/, message: t('resource.form.whole') }]}
        >
          <Input inputMode="numeric" maxLength={7} autoComplete="off" />
        </Form.Item>
      )}
      {isCounted(kind) && (
        <Form.Item
          name={[place, 'quantity']}
          label={t('need.form.quantity')}
          rules={[{ pattern: /^\s*[1-9]\d{0,4}\s*$/, message: t('resource.form.whole') }]}
        >
          <Input inputMode="numeric" maxLength={5} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item
        name={[place, 'skill']}
        label={t(`need.form.skill.${kind}`)}
        rules={[
          {
            required: kind === 'vehicle',
            whitespace: kind === 'vehicle',
            message: t('need.form.vehicleRequired'),
          },
        ]}
      >
        <Input maxLength={100} placeholder={t(`need.form.skillExample.${kind}`)} />
      </Form.Item>
      <Form.Item name={[place, 'business']} label={t('need.form.business')}>
        <Choice
          options={[
            { value: '' as const, label: t('activity.everyBusiness') },
            ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
          ]}
        />
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
