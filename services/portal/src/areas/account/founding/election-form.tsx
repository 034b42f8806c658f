import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import type { FoundingStatus } from '../../members/founding/founding.model.js';
import { isResidentNumber } from '../account/activation.model.js';
import { isMobile } from '../joining/join.model.js';
import { WholeField } from './enterprise-step.js';
import { wholeOf } from './found.model.js';

interface ElectionFormProps {
  readonly status: FoundingStatus;
  readonly onChange: (status: FoundingStatus) => void;
}

interface Values {
  readonly heldOn: string;
  readonly entitled: string;
  readonly present: string;
  readonly elected: readonly number[];
  readonly residentNumber: string;
  readonly phone: string;
}

/** The result of an election. The browser keeps no resident number: no autofill, no draft. */
export function ElectionForm({ status, onChange }: ElectionFormProps) {
  const { t } = useTranslation();
  const record = useCommand('unionFounding', 'post', '/union-foundings/election');
  const { number, ticket, candidates, approvedOn } = status;
  return (
    <section aria-labelledby="election-title">
      <h2 id="election-title">{t('found.electionTitle')}</h2>
      <p className="hint">{t('found.electionHint')}</p>
      <CommandForm
        command={record}
        input={(typed: Values) => ({
          body: {
            number,
            ticket,
            heldOn: typed.heldOn,
            entitled: wholeOf(typed.entitled) ?? 0,
            present: wholeOf(typed.present) ?? 0,
            elected: typed.elected.map((candidate) => ({ candidate })),
            residentNumber: typed.residentNumber.replaceAll(/\s/g, '').toUpperCase(),
            phone: typed.phone.replaceAll(/[\s-]/g, ''),
          },
        })}
        submit={t('found.sendElection')}
        refused={t('found.notDone')}
        onDone={onChange}
      >
        <Form.Item
          name="heldOn"
          label={t('found.heldOn')}
          rules={[{ required: true, message: t('found.heldOnRequired') }]}
        >
          <DateInput {...(approvedOn === null ? {} : { min: approvedOn })} />
        </Form.Item>
        <WholeField
          name="entitled"
          label={t('found.entitled')}
          required={t('found.plannedMembersRequired')}
        />
        <WholeField name="present" label={t('found.present')} required={t('found.plannedMembersRequired')} />
        <Form.Item name="elected" rules={[{ required: true, message: t('found.electedRequired') }]}>
          <ElectedChoice candidates={candidates} />
        </Form.Item>
        <h3>{t('found.chairTitle')}</h3>
        <p className="hint">{t('found.chairHint')}</p>
        <Form.Item
          name="residentNumber"
          label={t('found.residentNumber')}
          validateTrigger="onBlur"
          rules={[
            { required: true, whitespace: true, message: t('joining.residentNumberRequired') },
            checked(isResidentNumber, t('joining.residentNumberFormat')),
          ]}
        >
          <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t('found.chairPhone')}
          validateTrigger="onBlur"
          rules={[
            { required: true, whitespace: true, message: t('joining.phoneRequired') },
            checked(isMobile, t('joining.phoneFormat')),
          ]}
        >
          <Input type="tel" inputMode="tel" autoComplete="off" maxLength={40} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

interface ElectedChoiceProps {
  readonly candidates: FoundingStatus['candidates'];
  readonly value?: readonly number[];
  readonly onChange?: (elected: readonly number[]) => void;
}

/** Who of the candidates was elected. */
function ElectedChoice({ candidates, value = [], onChange }: ElectedChoiceProps) {
  const { t } = useTranslation();
  const toggle = (number: number): void =>
    onChange?.(value.includes(number) ? value.filter((one) => one !== number) : [...value, number]);
  return (
    <fieldset className="radio-cards">
      <legend>{t('found.electedTitle')}</legend>
      {candidates.map(({ number, name, office }) => (
        <label key={number}>
          <input type="checkbox" checked={value.includes(number)} onChange={() => toggle(number)} />
          <span>
            {t(`founding.office.${office}`)} · {name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function checked(fits: (typed: unknown) => boolean, message: string) {
  return {
    validator: (_rule: unknown, typed: unknown): Promise<void> =>
      !typed || fits(typed) ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}
