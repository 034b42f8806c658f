import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { LoadingState } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { MatterLine } from './matter.model.js';

interface AssignFormProps {
  readonly matter: Pick<MatterLine, 'id' | 'version'>;
  readonly onDone: () => void;
}

/** Gives a matter to an officer of the union that has it; how many each has in hand stands beside the name. */
export function AssignForm({ matter, onDone }: AssignFormProps) {
  const { t } = useTranslation();
  const assign = useCommand('matter', 'post', '/matters/{matterId}/assign');
  const nameOf = useNameOf();
  const { data } = useRead('matter', '/matters/{matterId}/handlers', { matterId: matter.id });
  if (data === undefined) return <LoadingState rows={1} />;
  return (
    <CommandForm
      command={assign}
      input={({ personId }: { readonly personId: string }) => ({
        matterId: matter.id,
        version: matter.version,
        body: { personId },
      })}
      submit={t('matter.assignYes')}
      refused={t('matter.assignRefused')}
      onDone={onDone}
      onCancel={onDone}
    >
      <Form.Item
        name="personId"
        label={t('matter.handler')}
        rules={[{ required: true, message: t('matter.handlerRequired') }]}
      >
        <Choice<string>
          options={[
            { value: '', label: t('common.choose') },
            ...data.items.map(({ personId, name, open }, index) => ({
              value: personId,
              label: t('matter.handlerWith', {
                name: `${index + 1}. ${nameOf(personId, name)}`,
                count: open,
              }),
            })),
          ]}
        />
      </Form.Item>
    </CommandForm>
  );
}
