import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { MemberPicker } from '../../../session/member-picker.js';
import { useMemberName } from '../../../session/use-member-name.js';
import { InCharge } from './in-charge.js';
import { type Matter, mayDo, reasonCharactersMax, textCharactersMax } from './matter.model.js';
import { lastWords, type MatterStep } from './step.model.js';

interface HouseholdProps {
  readonly matter: Matter;
}

/** Who belongs to the household, and its one plan: for those who deal with the matter. */
export function Household({ matter }: HouseholdProps) {
  const { t } = useTranslation();
  const { household, steps } = matter;
  const step = steps.find(({ kind }) => kind === 'householdPlan');
  if (household === null || step === undefined) return null;
  const signed = lastWords(steps, 'signatures')?.signed ?? [];
  return (
    <section className="card" aria-labelledby="household-title">
      <h2 id="household-title">{t('household.title')}</h2>
      <Plan plan={household.plan} step={step} />
      <p className="hint">{t('household.hint')}</p>
      <Persons matter={matter} persons={household.persons} />
      {signed.length > 0 && <p>{t('household.signed', { names: signed.join(t('matter.comma')) })}</p>}
      {mayDo(matter, 'declareHousehold') && <AddPerson matter={matter} />}
      {mayDo(matter, 'writeStep') && <Planning matter={matter} step={step} />}
    </section>
  );
}

/** What can be done with a plan beside agreeing on one, which its step asks for. */
function Planning({ matter, step }: HouseholdProps & { readonly step: MatterStep }) {
  const { t } = useTranslation();
  if (step.amendable)
    return (
      <details key={step.marks.length}>
        <summary>{t('household.amend')}</summary>
        <Amend matter={matter} step={step} />
      </details>
    );
  if (!step.joinable) return null;
  return (
    <details>
      <summary>{t('household.join')}</summary>
      <Join matter={matter} step={step} />
    </details>
  );
}

type HouseholdView = NonNullable<Matter['household']>;

function Plan({ plan, step }: { readonly plan: HouseholdView['plan']; readonly step: MatterStep }) {
  const { t } = useTranslation();
  if (plan === null) return null;
  const { own, unionName, matterId, joinedBy, conflictsWith } = plan;
  if (!own)
    return (
      <p>
        <strong>{t('household.joined', { union: unionName })}</strong>{' '}
        {matterId !== null && <Link to={`/matters/${matterId}`}>{t('household.open')}</Link>}
      </p>
    );
  const { responsible, helper } = step.marks.findLast(({ waits }) => !waits)?.words ?? {};
  return (
    <>
      {conflictsWith !== null && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('household.conflict', { union: conflictsWith })}
          description={t('household.conflictHint')}
        />
      )}
      <p>
        <strong>{t('household.own')}</strong>
      </p>
      {responsible && helper && <p>{t('household.charged', { responsible, helper })}</p>}
      {joinedBy.length > 0 && <p>{t('household.joinedBy', { unions: joinedBy.join(t('matter.comma')) })}</p>}
    </>
  );
}

function Persons({ matter, persons }: HouseholdProps & Pick<HouseholdView, 'persons'>) {
  const { t } = useTranslation();
  if (persons.length === 0) return <p>{t('household.none')}</p>;
  return persons.map((person) => <Person key={person.personId} matter={matter} person={person} />);
}

function Person({ matter, person }: HouseholdProps & { readonly person: HouseholdView['persons'][number] }) {
  const { t } = useTranslation();
  const { id: matterId, version } = matter;
  const { personId, unionName } = person;
  const name = useMemberName(personId, person.name);
  const remove = useCommand('matter', 'delete', '/matters/{matterId}/household-persons/{personId}');
  return (
    // No paragraph: the question of the button is a dialog within it.
    <div>
      {name} {unionName !== null && <span className="hint">{unionName}</span>}{' '}
      {mayDo(matter, 'declareHousehold') && (
        <ConfirmButton
          loading={remove.isPending}
          question={t('household.removeQuestion', { name })}
          confirmText={t('household.remove')}
          aria-label={t('household.removeNamed', { name })}
          onConfirm={() => remove.mutate({ matterId, personId, version })}
        >
          {t('household.remove')}
        </ConfirmButton>
      )}
      {remove.isError && <Refusal title={t('household.notRemoved')} error={remove.error} />}
    </div>
  );
}

function AddPerson({ matter }: HouseholdProps) {
  const { t } = useTranslation();
  const { id: matterId, version } = matter;
  const add = useCommand('matter', 'post', '/matters/{matterId}/household-persons');
  return (
    <>
      <h3>{t('household.find')}</h3>
      <MemberPicker
        label={t('household.find')}
        onPick={({ personId }) => add.mutate({ matterId, version, body: { personId } })}
      />
      {add.isError && <Refusal title={t('household.refused')} error={add.error} />}
    </>
  );
}

interface PlanFields {
  readonly reason: string;
  readonly text: string;
  readonly responsible: string;
  readonly helper: string;
}

/** A new version of the plan, from the words of the one before, which stays. */
function Amend({ matter, step }: HouseholdProps & { readonly step: MatterStep }) {
  const { t } = useTranslation();
  const write = useCommand('matter', 'post', '/matters/{matterId}/steps/{stepId}');
  const { text, responsible, helper } = step.marks.at(-1)?.words ?? {};
  return (
    <CommandForm
      command={write}
      input={(fields: PlanFields) => ({
        matterId: matter.id,
        stepId: step.id,
        version: matter.version,
        body: {
          reason: fields.reason.trim(),
          text: fields.text.trim(),
          responsible: fields.responsible.trim(),
          helper: fields.helper.trim(),
        },
      })}
      initialValues={{ text: text ?? '', responsible: responsible ?? '', helper: helper ?? '' }}
      submit={t('household.amendYes')}
      refused={t('household.amendRefused')}
      name="amend-household-plan"
      secondary
    >
      <p className="hint">{t('household.amendHint')}</p>
      <Form.Item
        name="reason"
        label={t('household.amendWhy')}
        rules={[{ required: true, whitespace: true, message: t('household.amendWhyRequired') }]}
      >
        <Input maxLength={reasonCharactersMax} />
      </Form.Item>
      <InCharge />
      <Form.Item
        name="text"
        label={t('matterStep.text.householdPlan')}
        rules={[{ required: true, whitespace: true, message: t('matterStep.textRequired') }]}
      >
        <TextArea rows={3} maxLength={textCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}

function Join({ matter, step }: HouseholdProps & { readonly step: MatterStep }) {
  const { t } = useTranslation();
  const write = useCommand('matter', 'post', '/matters/{matterId}/steps/{stepId}');
  return (
    <CommandForm
      command={write}
      input={({ text }: { readonly text: string }) => ({
        matterId: matter.id,
        stepId: step.id,
        version: matter.version,
        body: { text: text.trim(), joins: true },
      })}
      submit={t('household.joinYes')}
      refused={t('household.joinRefused')}
      name="join-household-plan"
      secondary
    >
      <p className="hint">{t('household.joinHint')}</p>
      <Form.Item
        name="text"
        label={t('household.joinWhy')}
        rules={[{ required: true, whitespace: true, message: t('household.joinWhyRequired') }]}
      >
        <TextArea rows={2} maxLength={textCharactersMax} />
      </Form.Item>
    </CommandForm>
  );
}
