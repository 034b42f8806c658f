import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { type Matter, reasonCharactersMax } from './matter.model.js';

/** Takes back what was written in a step, for a reason. */
export function TakeBack({ matter, markId }: { readonly matter: Matter; readonly markId: string }) {
  const { t } = useTranslation();
  const takeBack = useCommand('matter', 'post', '/matters/{matterId}/step-marks/{markId}/take-back');
  return (
    <CommandForm
      command={takeBack}
      input={({ reason }: { readonly reason: string }) => ({
        matterId: matter.id,
        markId,
        version: matter.version,
        body: { reason: reason.trim() },
      })}
      submit={t('matterStep.takeBack')}
      refused={t('matterStep.takeBackRefused')}
      name={`take-back-${markId}`}
      secondary
    >
      <Form.Item
        name="reason"
        label={t('matterStep.takeBackReason')}
        rules={[{ required: true, whitespace: true, message: t('matterStep.textRequired') }]}
      >
        <Input maxLength={reasonCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}
