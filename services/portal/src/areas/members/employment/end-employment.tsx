import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import type { Employment } from './employment.model.js';

interface EndEmploymentProps {
  readonly memberId: string;
  readonly employment: Employment;
  readonly onClose: () => void;
}

export function EndEmployment({ memberId, employment, onClose }: EndEmploymentProps) {
  const { t } = useTranslation();
  const end = useCommand('employment', 'post', '/members/{memberId}/employments/{employmentId}/end');
  const { id: employmentId, version, employerName: name } = employment;
  return (
    <div className="nested">
      <h3>{t('employment.endOf', { name })}</h3>
      <p className="hint">{t('employment.endHint')}</p>
      <CommandForm
        name="end-employment"
        command={end}
        input={({ validTo }: { readonly validTo?: string }) => ({
          memberId,
          employmentId,
          version,
          body: { validTo: validTo || null },
        })}
        submit={t('employment.endConfirm')}
        refused={t('employment.refused')}
        onDone={onClose}
        onCancel={onClose}
      >
        <Form.Item name="validTo" label={t('employment.endDate')} extra={t('employment.endDateHint')}>
          <DateInput />
        </Form.Item>
      </CommandForm>
    </div>
  );
}
