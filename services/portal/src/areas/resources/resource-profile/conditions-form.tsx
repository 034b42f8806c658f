import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import type { Conditions } from './use-profile.js';

interface ConditionsFormProps {
  readonly resourceId: string;
  readonly conditions: Conditions;
}

export function ConditionsForm({ resourceId, conditions: { version, text } }: ConditionsFormProps) {
  const { t } = useTranslation();
  const save = useCommand('resource', 'put', '/resources/{resourceId}/conditions');
  return (
    <>
      <CommandForm
        command={save}
        input={({ text: written = '' }: { readonly text?: string }) => ({
          resourceId,
          version,
          body: { text: written },
        })}
        submit={t('profile.conditions.save')}
        done={null}
        refused={t('profile.notSaved')}
        initialValues={{ text }}
      >
        <p className="hint">
          {version === 0 ? t('profile.conditions.none') : t('profile.conditions.version', { version })}
        </p>
        <Form.Item name="text" label={t('profile.conditions.text')} extra={t('profile.conditions.textHint')}>
          <MarkedTextArea rows={8} maxLength={10_000} placeholder={t('profile.conditions.example')} />
        </Form.Item>
      </CommandForm>
      {save.isSuccess && <p role="status">{t('profile.saved')}</p>}
    </>
  );
}
