import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { activityKinds, resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import { PlaceFields } from './place-fields.js';
import { TimeFields } from './time-fields.js';
import { Input } from '../../../kit/input.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { useOptional } from './use-optional.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';

const MarkdownPreview = lazyPart('MarkdownPreview', () => import('../picture/markdown-preview.js'), {
  rows: 1,
  texts: ['picture'],
});

/** The fields of an activity, except its organiser. */
export function ActivityFormFields() {
  return (
    <>
      <About />
      <TimeFields />
      <PlaceFields />
      <Companions />
      <FairLine />
    </>
  );
}

function About() {
  const { t } = useTranslation();
  const optional = useOptional();
  const none = { value: '' as const, label: t('activityForm.choose') };
  const required = [{ required: true, message: t('activityForm.chooseOne') }];
  return (
    <>
      <Form.Item
        name="title"
        label={t('activityForm.title')}
        rules={[{ required: true, whitespace: true, message: t('activityForm.titleRequired') }]}
      >
        <Input maxLength={200} placeholder={t('activityForm.titleExample')} />
      </Form.Item>
      <Form.Item name="description" label={optional(t('activityForm.description'))}>
        <MarkedTextArea rows={5} maxLength={5000} />
      </Form.Item>
      <MarkdownPreview />
      <div className="two-columns">
        <Form.Item name="kind" label={t('activityForm.kind')} rules={required}>
          <Choice
            options={[none, ...activityKinds.map((value) => ({ value, label: t(`activity.kind.${value}`) }))]}
          />
        </Form.Item>
        <Form.Item name="function" label={t('activityForm.function')} rules={required}>
          <Choice
            options={[
              none,
              ...resourceFunctions.map((value) => ({ value, label: t(`activity.function.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="business" label={t('activityForm.business')} rules={required}>
          <Choice
            options={[
              none,
              ...unionBusinesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
            ]}
          />
        </Form.Item>
      </div>
    </>
  );
}

function Companions() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="companionsMax"
      label={t('activityForm.companionsMax')}
      extra={t('activityForm.companionsHint')}
      rules={[{ pattern: /^(\d|1\d|20)$/, message: t('activityForm.companionsRange') }]}
    >
      <Input inputMode="numeric" maxLength={2} className="short-field" />
    </Form.Item>
  );
}

const fairShareDaysMax = 1_095;

/** Without it the waitlist is in the order of sign-up. */
function FairLine() {
  const { t } = useTranslation();
  const optional = useOptional();
  const check = (_rule: unknown, text: string | undefined): Promise<void> =>
    (text ?? '').trim() === '' || wholeNumberOf(text, 1, fairShareDaysMax) !== null
      ? Promise.resolve()
      : Promise.reject(new Error(t('activityForm.fairLineRange')));
  return (
    <Form.Item
      name="waitlistFairShareDays"
      label={optional(t('activityForm.waitlistFairShareDays'))}
      extra={t('activityForm.fairLineHint')}
      rules={[{ validator: check }]}
    >
      <Input inputMode="numeric" maxLength={4} className="short-field" />
    </Form.Item>
  );
}
