import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { SearchPicker } from '../../../kit/search-picker.js';
import { readWhole } from '../../../kit/use-whole-list.js';
import { ChosenMembers } from '../../../session/chosen-members.js';
import type { PickedMember } from '../../../session/members-field.model.js';
import { type CirclePerson, may, mayAbout, moderatorsMax, namedLike } from './circle.model.js';

interface Values {
  readonly people?: readonly PickedMember[];
}

/** Lets several members moderate at once; for officers of the union. */
export function NameModerators({ circleId }: { readonly circleId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { data: circle } = useRead('circle', '/circles/{circleId}', { circleId });
  const name = useCommand('circlePerson', 'post', '/circles/{circleId}/moderators');
  if (circle === undefined || !may(circle, 'nameModerators')) return null;
  return (
    <details className="fold card">
      <summary>{t('circle.nameModerators')}</summary>
      <p className="hint">{t('circle.nameModeratorsHint', { max: moderatorsMax })}</p>
      <CommandForm
        form={form}
        name="moderators"
        command={name}
        input={({ people = [] }: Values) => ({
          circleId,
          body: { personIds: people.map(({ personId }) => personId) },
        })}
        submit={t('circle.nameModeratorsYes')}
        refused={t('circle.notDecided')}
        onDone={() => form.resetFields()}
      >
        <Form.Item
          name="people"
          label={t('circle.moderators')}
          rules={[{ required: true, type: 'array', message: t('circle.moderatorsRequired') }]}
        >
          <CircleMembersField circleId={circleId} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}

interface CircleMembersFieldProps {
  readonly id?: string;
  readonly circleId: string;
  readonly value?: readonly PickedMember[];
  readonly onChange?: (people: readonly PickedMember[]) => void;
}

const foundMax = 10;
const staleMs = 60_000;

/** Names are sealed with the platform, so that they are read once and looked through here. */
const everybodyIn = (circleId: string) => ({
  queryKey: ['circlePerson', circleId, 'whole'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    readWhole<CirclePerson>(
      (page, stop) => request('get', '/circles/{circleId}/people', { circleId, ...page }, { signal: stop }),
      undefined,
      signal,
    ),
  staleTime: staleMs,
});

function CircleMembersField({ id, circleId, value = [], onChange }: CircleMembersFieldProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const pick = ({ id: personId, name }: CirclePerson): void => {
    if (value.every((one) => one.personId !== personId)) onChange?.([...value, { personId, name }]);
  };
  return (
    <div
      className="members-field"
      role="group"
      aria-label={t('circle.moderators')}
      {...(id === undefined ? {} : { id })}
    >
      <ChosenMembers members={value} onChange={(people) => onChange?.(people)} />
      {value.length < moderatorsMax && (
        <SearchPicker<CirclePerson>
          label={t('circle.findMember')}
          queryKey={['circlePerson', circleId, 'nameable']}
          search={async (q) => {
            const { items } = await queries.fetchQuery(everybodyIn(circleId));
            return items
              .filter((person) => namedLike(person, q) && mayAbout(person, 'nameModerator'))
              .slice(0, foundMax);
          }}
          itemKey={(person) => person.id}
          itemText={({ name }) => name}
          onPick={pick}
        />
      )}
    </div>
  );
}
