import './call.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import type { WorkLine } from '../work/work.model.js';
import { WorkCover } from '../work/work-cover.js';
import { isSameChoice, type WorksCall } from './call.model.js';

interface Props {
  readonly call: WorksCall;
}

const pageSize = 200;

/** Chooses as many works as each voter may; until voting ends the choice can be replaced, and nobody sees any counts. */
export function Ballot({ call }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id: worksCallId, chosenIds, votesPerPerson, judgeUntil } = call;
  const [chosen, setChosen] = useState<readonly string[]>(chosenIds);
  const vote = useCommand('worksCall', 'put', '/works-calls/{worksCallId}/ballot');
  const list = useList(
    'work',
    '/works-calls/{worksCallId}/works',
    { worksCallId, state: 'admitted' },
    { limit: pageSize },
  );
  const hasVoted = chosenIds.length > 0;
  const isFull = chosen.length >= votesPerPerson;
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <section className="card" aria-labelledby="ballot-title">
      <h2 id="ballot-title">{t('works.ballot')}</h2>
      <p className="hint">{t('works.ballotHint', { max: votesPerPerson, at: format.instant(judgeUntil) })}</p>
      <PagedList list={list} empty={{ text: t('works.noWorks') }}>
        {(works) => (
          <ul className="ballot">
            {works.map((work) => (
              <Line
                key={work.id}
                work={work}
                isChosen={chosen.includes(work.id)}
                isFull={isFull}
                onToggle={() => toggle(work.id)}
              />
            ))}
          </ul>
        )}
      </PagedList>
      {vote.isError && <Refusal title={t('works.notVoted')} error={vote.error} />}
      <p role="status">
        {t('works.chosenOf', { chosen: chosen.length, max: votesPerPerson })}
        {hasVoted && isSameChoice(chosen, chosenIds) && ` ${t('works.isVoted')}`}
      </p>
      <div className="actions">
        <Button
          type="primary"
          loading={vote.isPending}
          disabled={isSameChoice(chosen, chosenIds)}
          onClick={() => vote.mutate({ worksCallId, body: { workIds: [...chosen] } })}
        >
          {t(hasVoted ? 'works.changeVote' : 'works.vote')}
        </Button>
      </div>
    </section>
  );
}

interface LineProps {
  readonly work: WorkLine;
  readonly isChosen: boolean;
  /** Nothing more can be chosen. */
  readonly isFull: boolean;
  readonly onToggle: () => void;
}

function Line({ work, isChosen, isFull, onToggle }: LineProps) {
  const { t } = useTranslation();
  const { id, title, isMine } = work;
  return (
    <li>
      <WorkCover work={work} />
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isMine || (isFull && !isChosen)}
          onChange={onToggle}
        />
        <span>
          {title}
          {isMine && <span className="hint"> {t('works.ownNoVote')}</span>}
        </span>
      </label>
      <Link to={`/works/${id}`} aria-label={t('works.lookAtNamed', { title })}>
        {t('works.lookAt')}
      </Link>
    </li>
  );
}
