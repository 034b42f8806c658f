import '../../../kit/styles/resource.css';
import './need.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Refusal } from '../../../kit/states.js';
import { Loaded } from '../../../kit/loaded.js';
import { usePartyName } from '../resource/use-names.js';
import { NeedLoans, SolveButton } from './need-loans.js';
import { MatchSection } from './match-section.js';
import { NeedFacts, NeedTags } from './need-card.js';
import type { Need } from './need-form.js';
import { useNeed, useSeeks } from './use-need.js';

export function NeedPage() {
  const { needId = '' } = useParams();
  const need = useNeed(needId);
  return <Loaded query={need}>{(data) => <OneNeed key={data.id} need={data} />}</Loaded>;
}

function OneNeed({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const isSeeker = useSeeks(need);
  return (
    <DetailPage
      title={need.title}
      back="/needs"
      state={<NeedTags need={need} />}
      primary={isSeeker && <Next need={need} />}
      secondary={isSeeker && <Link to={`/needs/${need.id}/edit`}>{t('need.edit')}</Link>}
      more={isSeeker && isLive(need) && <CloseButton need={need} />}
      notices={need.state !== 'open' && <p className="hint">{t(`need.over.${need.state}`)}</p>}
      below={<MatchSection need={need} isSeeker={isSeeker} />}
    >
      <section className="card" aria-label={t('need.about')}>
        {need.text !== '' && <p className="prose">{need.text}</p>}
        <NeedFacts need={need} />
        {need.party.kind !== 'union' && <Seeker need={need} />}
      </section>
      {isSeeker && <NeedLoans need={need} />}
    </DetailPage>
  );
}

function Seeker({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const name = usePartyName(need.party);
  return <p className="hint">{t('need.soughtBy', { name })}</p>;
}

/** It is solved, or wanted again after all. */
function Next({ need }: { readonly need: Need }) {
  if (need.state === 'open') return <SolveButton need={need} />;
  return isLive(need) ? null : <CloseButton need={need} />;
}

/** It can still be closed. */
function isLive({ state }: Need): boolean {
  return state === 'open' || state === 'answered';
}

/** Closes a need that is met or no longer wanted; it can be opened again. */
function CloseButton({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const edit = useCommand('need', 'patch', '/needs/{needId}', { onStale: 'refuse' });
  const turn = (state: 'open' | 'closed'): void =>
    edit.mutate({ needId: need.id, version: need.version, body: { state } });
  return (
    <>
      {isLive(need) ? (
        <ConfirmButton
          loading={edit.isPending}
          question={t('need.closeQuestion')}
          confirmText={t('need.close')}
          onConfirm={() => turn('closed')}
        >
          {t('need.close')}
        </ConfirmButton>
      ) : (
        <Button loading={edit.isPending} onClick={() => turn('open')}>
          {t('need.reopen')}
        </Button>
      )}
      {edit.isError && <Refusal title={t('need.notSaved')} error={edit.error} />}
    </>
  );
}
