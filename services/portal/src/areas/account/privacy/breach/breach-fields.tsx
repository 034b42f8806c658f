import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../../kit/choice.js';
import { Input, TextArea } from '../../../../kit/input.js';
import { lazyPart } from '../../../../kit/lazy-part.js';
import { PickedParty } from '../../../../session/party-picker.js';
import { audiences, nameMax, namedMax, textMax } from './breach.model.js';
import { type BreachForm, textFields } from './breach-form.js';
import { KindsField } from './kinds-field.js';

const MembersField = lazyPart('MembersField', () => import('../../../../session/members-field.js'), {
  rows: 3,
  texts: ['membersField'],
});

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, whitespace: true, message: t('breach.required') }];
}

/** Not by `required`, because aria-required is not allowed on a group of checkboxes or of people. */
function useSome(message: string) {
  return [
    {
      validator: (_rule: unknown, chosen: readonly unknown[] = []) =>
        chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
    },
  ];
}

/** What happened, as article 57 of the law wants it said. */
export function BreachFacts() {
  const { t } = useTranslation();
  const required = useRequired();
  const some = useSome(t('breach.kindsRequired'));
  return (
    <>
      <div className="two-columns">
        <Form.Item
          name="noticedAt"
          label={t('breach.noticedAt')}
          extra={t('common.dateTimeHint')}
          rules={required}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="happenedAt" label={t('breach.happenedAt')} extra={t('breach.happenedHint')}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="kinds" label={t('breach.kinds')} rules={some}>
        <KindsField />
      </Form.Item>
      <p className="hint">{t('breach.noNames')}</p>
      {textFields.map((name) => (
        <Form.Item key={name} name={name} label={t(`breach.${name}`)} rules={required}>
          <TextArea rows={3} maxLength={textMax} />
        </Form.Item>
      ))}
      <div className="two-columns">
        <Form.Item name="contactName" label={t('breach.contactName')} rules={required}>
          <Input maxLength={nameMax} autoComplete="off" />
        </Form.Item>
        <Form.Item name="contactPhone" label={t('breach.contactPhone')} rules={required}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

/** Whose data it was, and whether they are notified. */
export function BreachPeople() {
  const { t } = useTranslation();
  const required = useRequired();
  const some = useSome(t('breach.peopleFew'));
  const audience = Form.useWatch<BreachForm['audience']>('audience');
  const told = Form.useWatch<BreachForm['told']>('told');
  return (
    <>
      <Form.Item name="audience" label={t('breach.audience')}>
        <Choice options={audiences.map((value) => ({ value, label: t(`breach.audienceOf.${value}`) }))} />
      </Form.Item>
      {audience === 'union' && (
        <Form.Item
          name="unionId"
          label={t('breach.union')}
          extra={t('breach.unionHint')}
          rules={[{ required: true, message: t('breach.required') }]}
        >
          <PickedParty id="unionId" label={t('breach.union')} kinds={['union']} />
        </Form.Item>
      )}
      {audience === 'named' && (
        <Form.Item name="personIds" label={t('breach.people')} rules={some}>
          <MembersField label={t('breach.addPerson')} max={namedMax} roles={['officer', 'operator']} />
        </Form.Item>
      )}
      <Form.Item name="told" label={t('breach.isTold')} extra={t('breach.toldHint')}>
        <Choice
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`breach.told.${value}`) }))}
        />
      </Form.Item>
      {told === 'no' && (
        <Form.Item name="notToldReason" label={t('breach.notToldReason')} rules={required}>
          <TextArea rows={3} maxLength={textMax} />
        </Form.Item>
      )}
    </>
  );
}
