import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { Matter } from './matter.model.js';

/** Who works on a matter together with whoever has it in hand. */
export function Colleagues({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { id: matterId, version, handlerId } = matter;
  const nameOf = useNameOf();
  const colleagues = matter.colleagues.map(({ personId, name }) => ({
    personId,
    name: nameOf(personId, name),
  }));
  const add = useCommand('matter', 'post', '/matters/{matterId}/colleagues');
  const remove = useCommand('matter', 'delete', '/matters/{matterId}/colleagues/{personId}');
  const { data } = useRead('matter', '/matters/{matterId}/handlers', { matterId });
  const taken = [handlerId, ...colleagues.map(({ personId }) => personId)];
  const free = (data?.items ?? []).filter(({ personId }) => !taken.includes(personId));
  return (
    <>
      <p className="hint">{t('matterStep.colleaguesHint')}</p>
      {colleagues.map(({ personId, name }) => (
        <p key={personId}>
          {name}{' '}
          <ConfirmButton
            loading={remove.isPending}
            question={t('matterStep.removeColleagueQuestion', { name })}
            confirmText={t('matterStep.removeColleague')}
            aria-label={t('matterStep.removeColleagueNamed', { name })}
            onConfirm={() => remove.mutate({ matterId, personId, version })}
          >
            {t('matterStep.removeColleague')}
          </ConfirmButton>
        </p>
      ))}
      {remove.isError && <Refusal title={t('matterStep.colleagueRefused')} error={remove.error} />}
      <CommandForm
        key={colleagues.length}
        command={add}
        input={({ personId }: { readonly personId: string }) => ({ matterId, version, body: { personId } })}
        submit={t('matterStep.addColleague')}
        refused={t('matterStep.colleagueRefused')}
        name="colleagues"
        secondary
      >
        <Form.Item
          name="personId"
          label={t('matterStep.colleagues')}
          rules={[{ required: true, message: t('matterStep.colleagueRequired') }]}
        >
          <Choice<string>
            options={[
              { value: '', label: t('common.choose') },
              ...free.map(({ personId, name, open }, index) => ({
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
    </>
  );
}
