import './tuning.css';
import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';
import { DraftFromReport } from './draft-from-report.js';
import { DriftTable, ItemTable, NodeTable, RedundantTable } from './tuning-tables.js';
import { type Tuning, useTuningReport } from './use-tuning.js';
import { WeightsBeside } from './weights-beside.js';

/** A report in words, the figures behind it, and the draft that is made from it. */
export function TuningPage() {
  const { tuningReportId = '' } = useParams();
  const query = useTuningReport(tuningReportId);
  return <Loaded query={query}>{(report) => <OneReport report={report} />}</Loaded>;
}

function OneReport({ report }: { readonly report: Tuning }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { holds } = useOffices();
  const { indicatorSystemId, indicatorSystemName: name, indicatorSystemVersion: version } = report;
  const counts = ['surveys', 'answers', 'subjects', 'subjectsBefore'] as const;
  return (
    <>
      <PageHead title={t('tuning.titleOf', { name, version })} back="/tuning-reports" />
      <p className="hint">
        {t('tuning.seasonOf', { from: format.date(report.from), to: format.date(report.to) })}
      </p>
      <p>
        <Link to={`/indicator-systems/${indicatorSystemId}`} className="cell-link">
          {t('tuning.toSystem')}
        </Link>
      </p>
      <section className="card" aria-labelledby="words-title">
        <h2 id="words-title">{t('tuning.words')}</h2>
        {report.findings.length === 0 ? (
          <p>{t('tuning.nothingToSay')}</p>
        ) : (
          <ul className="findings">
            {report.findings.map(({ kind, keys, advice, suggestion }) => (
              <li key={`${kind} ${keys.join(' ')}`}>
                {suggestion !== 'none' && <span className="tag">{t(`tuning.suggestion.${suggestion}`)}</span>}{' '}
                {advice}
              </li>
            ))}
          </ul>
        )}
        <dl className="figures">
          {counts.map((count) => (
            <div key={count}>
              <dt>{t(`tuning.${count}`)}</dt>
              <dd className="big-figure">{format.number(report[count])}</dd>
            </div>
          ))}
        </dl>
      </section>
      {holds('evaluator') && <DraftFromReport report={report} />}
      <details className="card">
        <summary>{t('tuning.statistics')}</summary>
        <ul className="findings">
          {report.findings.map(({ kind, keys, text }) => (
            <li key={`${kind} ${keys.join(' ')}`}>{text}</li>
          ))}
        </ul>
        <NodeTable report={report} />
        <ItemTable report={report} />
        <RedundantTable report={report} />
        <WeightsBeside report={report} />
        <DriftTable report={report} />
        <p className="hint">{t('tuning.hash', { hash: report.inputsHash })}</p>
      </details>
    </>
  );
}
