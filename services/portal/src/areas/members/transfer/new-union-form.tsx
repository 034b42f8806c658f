import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Picked, SearchPicker } from '../../../kit/search-picker.js';

export type Transfer = components['schemas']['TransferView'];
type Union = components['schemas']['UnionView'];

interface NewUnionFormProps {
  /** Of a member who is handed over; absent: the reader's own membership. */
  readonly memberId?: string;
  readonly onDone: (asked: Transfer) => void;
  /** With it the form has a button that closes it. */
  readonly onClose?: () => void;
}

/** Chooses the union to which a membership moves, among all of the network. */
export function NewUnionForm({ memberId, onDone, onClose }: NewUnionFormProps) {
  const { t } = useTranslation();
  const create = useCommand('transfer', 'post', '/membership-transfers');
  const [union, setUnion] = useState<Union>();
  return (
    <CommandForm<{ readonly toUnionId?: Union }, Parameters<typeof create.mutate>[0], Transfer>
      name="transfer"
      command={create}
      input={({ toUnionId: to }) =>
        to === undefined ? null : { body: { toUnionId: to.id, ...(memberId && { memberId }) } }
      }
      submit={t('transfer.own.submit')}
      refused={t('transfer.ask.refused')}
      {...(memberId === undefined && union !== undefined
        ? {
            confirm: {
              question: t('transfer.own.question', { union: union.name }),
              text: t('transfer.own.submit'),
            },
          }
        : {})}
      onChange={({ toUnionId }) => setUnion(toUnionId)}
      onDone={onDone}
      {...(onClose && { onCancel: onClose, cancel: t('transfer.ask.close') })}
    >
      <Form.Item
        name="toUnionId"
        label={t('transfer.own.find')}
        rules={[{ required: true, message: t('transfer.own.required') }]}
      >
        <AnyUnionField />
      </Form.Item>
    </CommandForm>
  );
}

interface AnyUnionFieldProps {
  readonly id?: string;
  readonly value?: Union;
  readonly onChange?: (union: Union | undefined) => void;
}

function AnyUnionField({ id, value, onChange }: AnyUnionFieldProps) {
  if (value !== undefined) return <Picked id={id} name={value.name} onClear={() => onChange?.(undefined)} />;
  return (
    <SearchPicker<Union>
      {...(id === undefined ? {} : { id })}
      queryKey={['union', 'found']}
      search={async (q, signal) => {
        const { items } = await request('get', '/unions', { q, limit: 10 }, { signal });
        return items.filter(({ active }) => active);
      }}
      itemKey={(union) => union.id}
      itemText={(union) => union.name}
      onPick={(union) => onChange?.(union)}
    />
  );
}
