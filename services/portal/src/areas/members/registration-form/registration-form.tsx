import './registration-form.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';

export type FormFacts = components['schemas']['RegistrationFormView'];

/** 会员登记表 of one member, as unions file it: what is on record is filled in, and the rest has room for a hand. */
export function RegistrationForm({ facts }: { readonly facts: FormFacts }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { sex, birthDate, employmentKind, standing } = facts;
  return (
    <article className="registration-form">
      <h2>{t('registrationForm.paper.title')}</h2>
      <table>
        <tbody>
          <tr>
            <Cell name="name" value={facts.name} />
            <Cell name="sex" value={sex && t(`registrationForm.paper.sexIs.${sex}`)} />
            <td rowSpan={4} className="to-photograph">
              {t('registrationForm.paper.photo')}
            </td>
          </tr>
          <tr>
            <Cell name="birthDate" value={birthDate && date(birthDate)} />
            <Cell name="nation" />
          </tr>
          <tr>
            <Cell name="education" />
            <Cell name="politics" />
          </tr>
          <tr>
            <Cell name="residentNumber" value={facts.residentNumber} span={3} />
          </tr>
          <tr>
            <Cell name="phone" value={facts.phone} />
            <Cell name="skill" span={2} />
          </tr>
          <tr>
            <Cell name="household" span={4} />
          </tr>
          <tr>
            <Cell name="employer" value={facts.employerName} span={4} />
          </tr>
          <tr>
            <Cell name="employerCode" value={facts.employerCode} />
            <Cell name="employment" value={employmentKind && t(`employmentIs.${employmentKind}`)} span={2} />
          </tr>
          <tr>
            <Cell name="union" value={facts.unionName} span={4} />
          </tr>
          <tr>
            <Cell name="validFrom" value={date(facts.validFrom)} />
            <Cell name="standing" value={t(`registrationForm.paper.standingIs.${standing}`)} span={2} />
          </tr>
          <ToWrite name="resume" />
          <ToWrite name="signature" said={t('registrationForm.paper.declaration')} />
          <ToWrite name="opinion" said={t('registrationForm.paper.seal')} />
          <ToWrite name="opinionAbove" said={t('registrationForm.paper.seal')} />
        </tbody>
      </table>
    </article>
  );
}

interface CellProps {
  readonly name:
    | 'name'
    | 'sex'
    | 'nation'
    | 'birthDate'
    | 'education'
    | 'politics'
    | 'residentNumber'
    | 'phone'
    | 'household'
    | 'employer'
    | 'employerCode'
    | 'employment'
    | 'skill'
    | 'union'
    | 'validFrom'
    | 'standing';
  /** Nothing: it is written by hand. */
  readonly value?: string | null;
  readonly span?: number;
}

function Cell({ name, value, span = 1 }: CellProps) {
  const { t } = useTranslation();
  return (
    <>
      <th scope="row">{t(`registrationForm.paper.${name}`)}</th>
      <td colSpan={span}>{value ?? ''}</td>
    </>
  );
}

interface ToWriteProps {
  readonly name: 'resume' | 'signature' | 'opinion' | 'opinionAbove';
  readonly said?: string;
}

/** Room for a hand, with the day where somebody signs. */
function ToWrite({ name, said }: ToWriteProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{t(`registrationForm.paper.${name}`)}</th>
      <td colSpan={4} className="to-write">
        {said !== undefined && (
          <>
            <p>{said}</p>
            <p>{t('registrationForm.paper.day')}</p>
          </>
        )}
      </td>
    </tr>
  );
}
