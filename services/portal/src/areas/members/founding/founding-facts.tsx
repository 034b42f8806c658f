import './founding.css';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type FoundingFacts as Facts, presentPercent } from './founding.model.js';

interface Of {
  readonly facts: Facts;
}

/** What was filed, what was approved, and how the election went. */
export function FoundingFacts({ facts }: Of) {
  const { t } = useTranslation();
  const { instant, date, number } = useFormat();
  const { election, approvalNumber, approvedOn, dueAt, lapsesAt } = facts;
  const members = t('founding.membersAre', {
    members: number(facts.plannedMembers),
    women: number(facts.womenMembers),
  });
  const lines = [
    [t('founding.number'), facts.number],
    [t('founding.enterprise'), facts.enterpriseName],
    [t('founding.uscc'), facts.uscc],
    [t('founding.employees'), number(facts.employees)],
    [t('founding.size'), t(`party.sizes.${facts.sizeClass}`)],
    [t('founding.place'), facts.place],
    [t('founding.members'), members],
    [t('founding.form'), t(`founding.formIs.${facts.form}`)],
    [t('founding.contact'), facts.contactName ?? t('founding.deleted')],
    [t('founding.union'), facts.unionName],
    [t('founding.parent'), facts.parentName],
    [t('founding.sentAt'), instant(facts.sentAt)],
    [t('founding.dueAt'), dueAt === null ? null : instant(dueAt)],
    [t('founding.lapsesAt'), lapsesAt === null ? null : instant(lapsesAt)],
    [t('founding.approval'), approvedOn === null ? null : `${approvalNumber} · ${date(approvedOn)}`],
    [t('founding.heldOn'), election === null ? null : date(election.heldOn)],
    [
      t('founding.present'),
      election === null
        ? null
        : t('founding.presentOf', { ...election, percent: number(presentPercent(election)) }),
    ],
    [t('founding.founded'), facts.foundedUnionName],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(
        ([term, value]) =>
          value !== null && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** Candidates by office, each declared; who was elected is said. */
export function FoundingCandidates({ facts: { candidates } }: Of) {
  const { t } = useTranslation();
  if (candidates.length === 0) return null;
  return (
    <section aria-labelledby="candidates-title" className="founding-part">
      <h2 id="candidates-title">{t('founding.candidates')}</h2>
      <p className="hint">{t('founding.declared')}</p>
      <ul className="plain-list rows">
        {candidates.map(({ number, name, office, elected }) => (
          <li key={number}>
            {t(`founding.office.${office}`)} · <strong>{name}</strong>
            {elected && ` · ${t('founding.elected')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has happened so far, and who follows where nothing happens. */
export function FoundingSteps({ facts: { steps, next } }: Of) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <section aria-labelledby="steps-title" className="founding-part">
      <h2 id="steps-title">{t('founding.way')}</h2>
      <ol>
        {steps.map(({ number, kind, unionName, at, reason }) => (
          <li key={number}>
            {t(`founding.step.${kind}`)} · {instant(at)}
            <br />
            <span className="hint">{unionName}</span>
            {reason !== null && <p>{t('founding.reasonIs', { reason })}</p>}
          </li>
        ))}
      </ol>
      {next.length > 0 && (
        <p className="hint">
          {t('founding.then', { unions: next.map(({ unionName }) => unionName).join(' → ') })}
        </p>
      )}
    </section>
  );
}
