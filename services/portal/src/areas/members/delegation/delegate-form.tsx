import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Picked } from '../../../kit/search-picker.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';
import type { MatterKind } from '../../../session/use-delegated.js';

interface DelegateFormProps {
  readonly matterKind: MatterKind;
  readonly matterId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly personId?: Member;
  /** In Beijing, to the minute; it lasts until it is revoked where nothing is said. */
  readonly validTo?: string;
  readonly mayDelegate?: boolean;
  readonly note?: string;
}

/** To whom a matter is delegated, and until when. */
export function DelegateForm({ matterKind, matterId, onClose }: DelegateFormProps) {
  const { t } = useTranslation();
  const create = useCommand('delegation', 'post', '/delegations');
  const words = matterKind === 'activity' ? 'activity' : 'party';
  return (
    <CommandForm
      command={create}
      input={({ personId: person, validTo, mayDelegate, note }: Values) => {
        if (person === undefined) return null;
        const ending = validTo ? { validTo: instantOf(validTo) } : {};
        const passing = mayDelegate ? { mayDelegate } : {};
        const noted = note?.trim() ? { note: note.trim() } : {};
        return {
          body: { matterKind, matterId, personId: person.personId, ...ending, ...passing, ...noted },
        };
      }}
      submit={t('delegation.submit')}
      refused={t('delegation.notGiven')}
      onDone={onClose}
      onCancel={onClose}
    >
      <h3>{t(`delegation.give.${words}`)}</h3>
      <Form.Item
        name="personId"
        label={t('delegation.person')}
        rules={[{ required: true, message: t('delegation.personRequired') }]}
      >
        <PersonField />
      </Form.Item>
      <Form.Item name="validTo" label={t('delegation.validTo')} extra={t('delegation.validToHint')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="mayDelegate" valuePropName="checked">
        <Checkbox>{t('delegation.mayDelegateToo')}</Checkbox>
      </Form.Item>
      <Form.Item name="note" label={t('delegation.note')}>
        <TextArea rows={2} maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}

interface PersonFieldProps {
  readonly value?: Member;
  readonly onChange?: (member: Member | undefined) => void;
}

function PersonField({ value, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  if (value === undefined)
    return <MemberPicker label={t('delegation.find')} onlyActive onPick={(one) => onChange?.(one)} />;
  return <Picked name={`${value.name} · ${value.unionName}`} onClear={() => onChange?.(undefined)} />;
}
