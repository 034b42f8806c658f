import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { IndicatorSystem } from './use-indicator-systems.js';

export function ReturnForm({ system: { id: systemId, version } }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const back = useCommand('indicatorSystem', 'post', '/indicator-systems/{systemId}/return');
  return (
    <section className="card">
      <CommandForm
        command={back}
        input={({ reason }: { readonly reason: string }) => ({
          systemId,
          version,
          body: { reason: reason.trim() },
        })}
        submit={t('indicatorDesign.sendBack')}
        refused={t('indicatorDesign.returnFailed')}
        name="return"
      >
        <Form.Item
          name="reason"
          label={t('indicatorDesign.returnReason')}
          rules={[{ required: true, whitespace: true, message: t('evaluation.required') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
