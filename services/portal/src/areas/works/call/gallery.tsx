import './call.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { OwnImage } from '../../../kit/own-image.js';
import { EmptyState } from '../../../kit/states.js';
import { useSignedIn } from '../../../session/use-session.js';
import { useWork } from '../work/use-work.js';
import { isPicture, pointsOf, smallPath } from '../work/work.model.js';
import { wayOf, type WorkResultLine, type WorksCall, type WorksResult } from './call.model.js';

interface Props {
  readonly call: WorksCall;
}

/** What was given an award, and the places of all. */
export function Gallery({ call }: Props) {
  const { t } = useTranslation();
  const { id: worksCallId } = call;
  const isSignedIn = useSignedIn();
  const own = useRead(
    'worksCall',
    '/works-calls/{worksCallId}/result',
    isSignedIn ? { worksCallId } : undefined,
  );
  const open = useRead(
    'worksCall',
    '/public/works-calls/{worksCallId}/result',
    isSignedIn ? undefined : { worksCallId },
  );
  const query = isSignedIn ? own : open;
  return (
    <Loaded query={query}>
      {(result) => {
        const winners = result.works.filter(({ award }) => award !== null);
        return (
          <>
            {winners.length > 0 && (
              <section aria-labelledby="winners-title">
                <h2 id="winners-title">{t('works.winners')}</h2>
                <ul className="work-cards">
                  {winners.map((winner) => (
                    <Winner key={winner.workId} winner={winner} />
                  ))}
                </ul>
              </section>
            )}
            <section className="card" aria-labelledby="result-title">
              <h2 id="result-title">{t('works.result')}</h2>
              <Places call={call} result={result} />
            </section>
          </>
        );
      }}
    </Loaded>
  );
}

/** As scores and votes are, for officers before the result stands. */
export function Count({ call }: Props) {
  const { t } = useTranslation();
  const query = useRead('worksCall', '/works-calls/{worksCallId}/result', { worksCallId: call.id });
  return (
    <section className="card" aria-labelledby="count-title">
      <h2 id="count-title">{t('works.count')}</h2>
      <p className="hint">{t('works.countHint')}</p>
      <Loaded query={query}>{(result) => <Places call={call} result={result} />}</Loaded>
    </section>
  );
}

/** With its first picture and the name to which its author consents. */
function Winner({ winner: { workId, title, award } }: { readonly winner: WorkResultLine }) {
  const { t } = useTranslation();
  const isPublic = !useSignedIn();
  const work = useWork(workId).data;
  const picture = work?.files.find((file) => isPicture(file) || file.hasPreview);
  return (
    <li className="card">
      {picture !== undefined && (
        <OwnImage path={smallPath(workId, picture, isPublic)} alt={title} width={640} height={427} />
      )}
      <span className="tag is-kind">{award}</span>
      <h3>
        <Link to={`/works/${workId}`}>{title}</Link>
      </h3>
      {work !== undefined && <p className="hint">{work.authorName ?? t('works.aMember')}</p>}
    </li>
  );
}

function Places({ call, result }: Props & { readonly result: WorksResult }) {
  const { t } = useTranslation();
  const columns = useColumns(call);
  const { voters, works } = result;
  if (works.length === 0) return <EmptyState text={t('works.noWorks')} />;
  return (
    <>
      {call.votesPerPerson > 0 && <p>{t('works.voters', { count: voters })}</p>}
      <DataTable caption={t('works.result')} rows={works} rowKey={({ workId }) => workId} columns={columns} />
    </>
  );
}

/** Of a jury or of votes only where there are any. */
function useColumns(call: WorksCall): readonly Column<WorkResultLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const way = wayOf(call);
  const jury: Column<WorkResultLine> = {
    key: 'jury',
    title: t('works.juryScore'),
    cell: ({ juryScore }) => (juryScore === null ? t('works.notScored') : format.number(pointsOf(juryScore))),
    isNumber: true,
  };
  const votes: Column<WorkResultLine> = {
    key: 'votes',
    title: t('works.votes'),
    cell: (line) => format.number(line.votes),
    isNumber: true,
  };
  return [
    {
      key: 'title',
      title: t('works.workTitle'),
      cell: ({ workId, title }) => <Link to={`/works/${workId}`}>{title}</Link>,
    },
    {
      key: 'place',
      title: t('works.place'),
      cell: ({ place }) => t('works.placeIs', { place: format.number(place) }),
    },
    { key: 'award', title: t('works.award'), cell: ({ award }) => award },
    ...(way === 'votes' ? [] : [jury]),
    ...(way === 'jury' ? [] : [votes]),
    {
      key: 'score',
      title: t('works.points'),
      cell: ({ score }) => format.number(pointsOf(score)),
      isNumber: true,
    },
  ];
}
