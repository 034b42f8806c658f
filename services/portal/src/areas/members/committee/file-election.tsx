import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Member } from '../../../session/member-picker.js';
import {
  type Committee,
  type Election,
  type HeldFields,
  heldOf,
  HeldOnFields,
  MemberField,
} from './committee-parts.js';

type Office = Election['seats'][number]['office'];

interface ElectionFields extends HeldFields {
  readonly kind: Committee['kind'];
  readonly termYears: '3' | '5';
  readonly seats: readonly { readonly person: Member; readonly office: Office }[];
}

interface FileElectionProps {
  readonly unionId: string;
  readonly onClose: () => void;
}

const kinds: readonly Committee['kind'][] = ['union', 'audit', 'women'];
const years = ['3', '5'] as const;
const offices: readonly Office[] = ['chair', 'viceChair', 'member', 'organiser'];
const seatsMax = 100;

/** Whom the members have elected for a term; the union above approves it. */
export function FileElection({ unionId, onClose }: FileElectionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const file = useCommand('committeeElection', 'post', '/unions/{unionId}/committee-elections');
  return (
    <section className="card" aria-labelledby="file-election">
      <h2 id="file-election">{t('committee.fileTerm')}</h2>
      <CommandForm
        command={file}
        input={({ kind, termYears, seats, ...held }: ElectionFields) => ({
          unionId,
          body: {
            ...heldOf(held),
            kind,
            termYears,
            seats: seats.map(({ person: { personId }, office }) => ({ personId, office })),
          },
        })}
        submit={t('committee.file')}
        refused={t('committee.refused')}
        onDone={({ id }) => void navigate(`/committee-elections/${id}`)}
        onCancel={onClose}
      >
        <div className="two-columns">
          <Form.Item
            name="kind"
            label={t('committee.kind')}
            rules={[{ required: true, message: t('committee.kindRequired') }]}
          >
            <Choice
              label={t('committee.kind')}
              options={[
                { value: '', label: t('committee.choose') },
                ...kinds.map((value) => ({ value, label: t(`committee.kinds.${value}`) })),
              ]}
            />
          </Form.Item>
          <Form.Item
            name="termYears"
            label={t('committee.years')}
            rules={[{ required: true, message: t('committee.yearsRequired') }]}
          >
            <Choice
              label={t('committee.years')}
              options={[
                { value: '', label: t('committee.choose') },
                ...years.map((value) => ({ value, label: t(`committee.yearsOf.${value}`) })),
              ]}
            />
          </Form.Item>
        </div>
        <HeldOnFields />
        <SeatFields />
      </CommandForm>
    </section>
  );
}

function SeatFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="seats" initialValue={[{ office: 'chair' }]}>
      {(fields, { add, remove }) => (
        <fieldset className="group">
          <legend>{t('committee.elected')}</legend>
          <p className="hint">{t('committee.personHint')}</p>
          {fields.map(({ key, name }) => (
            <div key={key} className="two-columns">
              <Form.Item
                name={[name, 'office']}
                label={t('committee.office')}
                rules={[{ required: true, message: t('committee.officeRequired') }]}
              >
                <Choice
                  label={t('committee.office')}
                  options={offices.map((value) => ({ value, label: t(`committee.offices.${value}`) }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'person']}
                label={t('committee.person')}
                rules={[{ required: true, message: t('committee.personRequired') }]}
              >
                <MemberField />
              </Form.Item>
              {fields.length > 1 && (
                <Form.Item>
                  <Button onClick={() => remove(name)}>{t('committee.removeSeat')}</Button>
                </Form.Item>
              )}
            </div>
          ))}
          {fields.length < seatsMax && (
            <p>
              <Button onClick={() => add({ office: 'member' })}>{t('committee.addSeat')}</Button>
            </p>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
