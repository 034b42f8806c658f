import './judging.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { EmptyState } from '../../../kit/states.js';
import { may, type WorksCall } from '../call/call.model.js';
import { CallTags } from '../call/call-list.js';
import type { WorkLine } from '../work/work.model.js';
import { WorkCover } from '../work/work-cover.js';
import { nextOf, shownOf } from './judging.model.js';
import { JudgedWork } from './judged-work.js';

/** A juror scores one work after the other, without seeing whose they are nor what others give. */
export function JudgingPage() {
  const { callId = '' } = useParams();
  const query = useRead('worksCall', '/works-calls/{worksCallId}', { worksCallId: callId });
  return (
    <Loaded query={query}>
      {(call) => (may(call, 'judge') ? <Judging key={call.id} call={call} /> : <NotNow call={call} />)}
    </Loaded>
  );
}

interface Props {
  readonly call: WorksCall;
}

/** Before judging begins, after the result stands, and for whoever is not on the jury. */
function NotNow({ call: { id, title, state, judgeFrom } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHead title={title} back="/judging" />
      <EmptyState
        text={
          state === 'open' ? t('works.judgingLater', { at: format.instant(judgeFrom) }) : t('works.noJudging')
        }
      >
        <ButtonLink to={`/works-calls/${id}`}>{t('works.toCall')}</ButtonLink>
      </EmptyState>
    </>
  );
}

const pageSize = 200;

function Judging({ call }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const { id: worksCallId, title, judgeUntil } = call;
  const list = useList(
    'work',
    '/works-calls/{worksCallId}/works',
    { worksCallId, state: 'admitted' },
    { limit: pageSize },
  );
  const works = list.items ?? [];
  const shown = shownOf(works, search.get('work'));
  return (
    <DetailPage
      title={title}
      back="/judging"
      state={<CallTags call={call} />}
      secondary={
        <ButtonLink to={`/works-calls/${worksCallId}`} isPlain>
          {t('works.toCall')}
        </ButtonLink>
      }
      aside={
        <section className="card" aria-labelledby="judged-title">
          <h2 id="judged-title">{t('works.toJudge')}</h2>
          <p className="hint">{t('works.judgeBy', { at: format.instant(judgeUntil) })}</p>
          <PagedList list={list} empty={{ text: t('works.noWorks') }}>
            {(all) => <Progress works={all} shownId={shown?.id} />}
          </PagedList>
        </section>
      }
    >
      {shown !== undefined && (
        <JudgedWork
          key={shown.id}
          workId={shown.id}
          criteria={call.criteria}
          onScored={() => {
            const next = nextOf(works, shown.id);
            setSearch({ work: next?.id ?? shown.id }, { replace: true });
          }}
        />
      )}
    </DetailPage>
  );
}

interface ProgressProps {
  readonly works: readonly WorkLine[];
  readonly shownId: string | undefined;
}

/** How many have points, and the way to each. */
function Progress({ works, shownId }: ProgressProps) {
  const { t } = useTranslation();
  const done = works.filter(({ isScored }) => isScored).length;
  const text = t('works.scoredOf', { done, count: works.length });
  return (
    <>
      <p role="status">{done === works.length ? t('works.allScored') : text}</p>
      <progress className="judged-bar" max={works.length} value={done} aria-label={text} />
      <ul className="judged">
        {works.map((work) => (
          <li key={work.id} className="work-titled">
            <WorkCover work={work} />
            <Link to={`?work=${work.id}`} replace aria-current={work.id === shownId}>
              <span>{work.title}</span>
              <span className={work.isScored ? 'tag is-published' : 'tag'}>
                {t(work.isScored ? 'works.scored' : 'works.notScored')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
