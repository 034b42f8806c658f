import { Button, Checkbox, Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import {
  bodyOf,
  channels,
  type Channel,
  formOf,
  type KindView,
  type PreferenceForm as Values,
  type Preferences,
  urgencies,
} from './preference.model.js';

const KindField = lazyPart('KindField', () => import('./kind-field.js'), { rows: 8 });

const locales = ['zh-CN', 'en'] as const;
const digests = ['none', 'daily', 'weekly'] as const;

type Reached = Pick<components['schemas']['NoticeAddressPage'], 'channels'>;

/** What is sent, where, when, and in which language. */
export function PreferenceForm({ reached }: { readonly reached: Reached }) {
  const preferences = useRead('noticePreference', '/me/notice-preferences', {});
  return (
    <Loaded query={preferences}>
      {(found) => (
        <Fields
          preferences={found}
          channelsHere={channels.filter((channel) => reached.channels.includes(channel))}
        />
      )}
    </Loaded>
  );
}

interface FieldsProps {
  readonly preferences: Preferences;
  /** Those that anything is sent by here. */
  readonly channelsHere: readonly Channel[];
}

function Fields({ preferences, channelsHere }: FieldsProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [isSaved, setIsSaved] = useState(false);
  const { seen, setSeen } = useSeen(preferences, form);
  const save = useCommand('noticePreference', 'put', '/me/notice-preferences', { onStale: 'refuse' });
  return (
    <>
      <CommandForm
        form={form}
        name="noticePreferences"
        className="notice-preferences"
        command={save}
        input={(values: Values) => ({
          version: seen.version,
          // What is not shown stays as it is.
          body: bodyOf({ ...formOf(seen), ...values }),
        })}
        submit={t('noticeSettings.save')}
        done={null}
        refused={t('noticeSettings.notSaved')}
        initialValues={formOf(preferences)}
        onChange={() => setIsSaved(false)}
        onDone={(saved) => {
          setSeen(saved);
          setIsSaved(true);
        }}
      >
        {channelsHere.map((channel) => (
          <Form.Item key={channel} name={channel} label={t(`noticeSettings.wantedBy.${channel}`)}>
            <Checkbox.Group
              options={urgencies.map((value) => ({ value, label: t(`noticeSettings.urgency.${value}`) }))}
            />
          </Form.Item>
        ))}
        <Form.Item name="digest" label={t('noticeSettings.digest')} extra={t('noticeSettings.digestHint')}>
          <Choice
            options={digests.map((value) => ({ value, label: t(`noticeSettings.digestIs.${value}`) }))}
          />
        </Form.Item>
        <QuietFields />
        <Form.Item name="locale" label={t('noticeSettings.locale')}>
          <Choice
            options={locales.map((value) => ({ value, label: t(`noticeSettings.localeIs.${value}`) }))}
          />
        </Form.Item>
        <Kinds kinds={preferences.kinds} />
      </CommandForm>
      <p role="status" aria-live="polite">
        {isSaved && t('noticeSettings.saved')}
      </p>
    </>
  );
}

/** The preferences that the form began with. Where another device has changed them, they are shown anew. */
function useSeen(preferences: Preferences, form: FormInstance<Values>) {
  const [seen, setSeen] = useState(preferences);
  useEffect(() => {
    if (preferences.version <= seen.version) return;
    setSeen(preferences);
    form.setFieldsValue(formOf(preferences));
  }, [form, preferences, seen.version]);
  return { seen, setSeen };
}

function QuietFields() {
  const { t } = useTranslation();
  const isQuiet = Form.useWatch<boolean | undefined>('isQuiet');
  const rules = [{ required: true, message: t('noticeSettings.timeRequired') }];
  return (
    <>
      <Form.Item name="isQuiet" valuePropName="checked" extra={t('noticeSettings.quietHint')}>
        <Checkbox>{t('noticeSettings.quiet')}</Checkbox>
      </Form.Item>
      {isQuiet === true && (
        <div className="two-columns">
          <Form.Item name="quietFrom" label={t('noticeSettings.quietFrom')} rules={rules}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="quietTo" label={t('noticeSettings.quietTo')} rules={rules}>
            <Input type="time" />
          </Form.Item>
        </div>
      )}
    </>
  );
}

/** There are more than a hundred kinds, and few people look for one. */
function Kinds({ kinds }: { readonly kinds: readonly KindView[] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const refused = Form.useWatch<Values['refusedKinds'] | undefined>('refusedKinds', { preserve: true });
  return (
    <fieldset className="companion">
      <legend>{t('noticeSettings.refused')}</legend>
      <p className="hint">{t('noticeSettings.refusedHint')}</p>
      <p role="status">{t('noticeSettings.refusedCount', { count: refused?.length ?? 0 })}</p>
      {isOpen ? (
        <Form.Item name="refusedKinds" noStyle>
          <KindField kinds={kinds} />
        </Form.Item>
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('noticeSettings.chooseKinds')}</Button>
      )}
    </fieldset>
  );
}
