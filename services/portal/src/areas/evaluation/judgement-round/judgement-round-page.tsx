import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/weight-version.css';
import './judgement-round.css';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button } from 'antd';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { EndOfRound } from './end-of-round.js';
import { JudgeSection } from './judge-section.js';
import { RoundResultSection } from './round-result.js';
import { RoundStateTag } from './round-state-tag.js';
import type { JudgementRound } from './judgement-round.model.js';

export function JudgementRoundPage() {
  const { judgementRoundId = '' } = useParams();
  const round = useRead('judgementRound', '/judgement-rounds/{judgementRoundId}', { judgementRoundId });
  return <Loaded query={round}>{(found) => <OneRound round={found} />}</Loaded>;
}

/** A judging round: who judges, what they say, its end, and the weights that come of it. */
function OneRound({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const format = useFormat();
  const system = t('indicatorSystem.nameAndVersion', {
    name: round.indicatorSystemName,
    version: round.indicatorSystemVersion,
  });
  return (
    <>
      <PageHead
        title={t('judging.titleOf', { name: round.name })}
        back={`/indicator-systems/${round.indicatorSystemId}/judgement-rounds`}
      />
      <p>
        <RoundStateTag state={round.state} />{' '}
        <span className="hint">
          {system} ·{' '}
          {round.closedAt === null
            ? t('judging.until', { time: format.instant(round.closesAt) })
            : t('judging.closedOn', { time: format.instant(round.closedAt) })}
        </span>
      </p>
      {round.state === 'open' ? <EndOfRound round={round} /> : <WeighButton round={round} />}
      <JudgeSection round={round} />
      <RoundResultSection round={round} />
    </>
  );
}

function WeighButton({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const weigh = useCommand('weightVersion', 'post', '/judgement-rounds/{judgementRoundId}/weight-versions');
  const submit = (): void =>
    weigh.mutate(
      { judgementRoundId: round.id, body: {} },
      { onSuccess: ({ id }) => void navigate(`/weight-versions/${id}`) },
    );
  return (
    <section className="card">
      <p>{t('judging.weighHint')}</p>
      {weigh.isError && <Refusal title={t('judging.notWeighed')} error={weigh.error} />}
      <Button type="primary" loading={weigh.isPending} onClick={submit}>
        {t('judging.weigh')}
      </Button>
    </section>
  );
}
