import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { Picked } from '../../../kit/search-picker.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';

export type Committee = components['schemas']['CommitteeView'];
export type Election = components['schemas']['CommitteeElectionView'];
type Seat = components['schemas']['CommitteeSeatView'];

const peopleMax = 10_000_000;

/** When and by how many somebody was elected, as it is typed. */
export interface HeldFields {
  readonly heldOn: string;
  readonly entitled: string;
  readonly present: string;
}

export function heldOf({ heldOn, entitled, present }: HeldFields) {
  return { heldOn, entitled: Number(entitled), present: Number(present) };
}

/** Who sits in a committee, or was elected to it. */
export function Seats({ seats }: { readonly seats: readonly Seat[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {seats.map((seat) => (
        <li key={seat.id}>
          {t(`committee.offices.${seat.office}`)} <SeatName seat={seat} />
        </li>
      ))}
    </ul>
  );
}

export function SeatName({ seat: { vacant, name } }: { readonly seat: Seat }) {
  const { t } = useTranslation();
  if (vacant) return <span className="tag is-waiting">{t('committee.vacant')}</span>;
  return <strong>{name ?? '–'}</strong>;
}

/** The fields of every election. */
export function HeldOnFields() {
  const { t } = useTranslation();
  const number = (message: string) => [{ required: true, message }, wholeNumberRule(1, peopleMax, message)];
  return (
    <div className="two-columns">
      <Form.Item
        name="heldOn"
        label={t('committee.heldOn')}
        rules={[{ required: true, message: t('committee.heldOnRequired') }]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item
        name="entitled"
        label={t('committee.entitled')}
        rules={number(t('committee.entitledRequired'))}
      >
        <Input inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item name="present" label={t('committee.present')} rules={number(t('committee.presentRequired'))}>
        <Input inputMode="numeric" autoComplete="off" />
      </Form.Item>
    </div>
  );
}

interface MemberFieldProps {
  readonly value?: Member;
  readonly onChange?: (member: Member | undefined) => void;
}

/** A member, found by name, pinyin or number. */
export function MemberField({ value, onChange }: MemberFieldProps) {
  const { t } = useTranslation();
  if (value === undefined)
    return <MemberPicker label={t('committee.find')} onPick={(one) => onChange?.(one)} />;
  return (
    <Picked
      name={
        <>
          {value.name} <span className="hint">{value.unionName}</span>
        </>
      }
      onClear={() => onChange?.(undefined)}
    />
  );
}
