import './draw.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { session } from '../../../api/platform.js';
import { readOf } from '../../../api/use-read.js';
import { DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { saveFile } from '../../../kit/save-file.js';
import { LoadingState } from '../../../kit/states.js';
import { type ProofLine, proofSteps, tokenOf, type Verified, verifyProof } from './proof.model.js';
import { type Draw, type DrawProof, useDraw } from './use-draw.js';

/** What is published of a draw; the browser computes all of it again. */
export function DrawProofPage() {
  const { drawId = '' } = useParams();
  const draw = useDraw(drawId);
  const proof = useQuery({
    // What is published of a draw never changes.
    ...readOf('drawProof', '/draws/{drawId}/proof', { drawId }, { staleTime: Infinity }),
    retry: false,
  });
  return (
    <Loaded query={proof}>
      {(published) => <Loaded query={draw}>{(known) => <OneProof draw={known} proof={published} />}</Loaded>}
    </Loaded>
  );
}

function OneProof({ draw, proof }: { readonly draw: Draw; readonly proof: DrawProof }) {
  const { t } = useTranslation();
  const verified = useVerified(draw, proof);
  return (
    <>
      <PageHead
        title={t('draw.proofPage.title', { title: draw.activityTitle })}
        back={`/activities/${draw.activityId}`}
      />
      <p className="prose">{t('draw.proofPage.intro')}</p>
      {verified.isError && (
        <Alert type="warning" showIcon className="notice" title={t('draw.proofPage.insecure')} />
      )}
      {verified.isPending && (
        <>
          <p role="status">{t('draw.proofPage.checking')}</p>
          <LoadingState rows={5} />
        </>
      )}
      {verified.data !== undefined && (
        <>
          <Steps verified={verified.data} />
          <MyLine draw={draw} verified={verified.data} />
          <Results verified={verified.data} />
        </>
      )}
      <Published proof={proof} />
    </>
  );
}

interface VerifiedForMe extends Verified {
  /** The viewer's token, computed from their own id; null where they have no entry. */
  readonly myToken: string | null;
}

function useVerified(draw: Draw, proof: DrawProof) {
  return useQuery({
    queryKey: ['drawProof', 'verified', { drawId: proof.drawId, salt: draw.mine?.salt ?? null }],
    queryFn: async (): Promise<VerifiedForMe> => {
      const personId = session.personId();
      const { mine } = draw;
      const myToken = mine === null || personId === null ? null : await tokenOf(draw.id, personId, mine.salt);
      // The commitment that was published with the draw counts, not the one in the proof.
      return { ...(await verifyProof({ ...proof, commitment: draw.commitment })), myToken };
    },
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
  });
}

function Steps({ verified }: { readonly verified: Verified }) {
  const { t } = useTranslation();
  const holdsAll = proofSteps.every((step) => verified.holds[step]);
  return (
    <section className="card">
      <Alert
        type={holdsAll ? 'success' : 'error'}
        showIcon
        role="status"
        title={t(holdsAll ? 'draw.proofPage.allHold' : 'draw.proofPage.broken')}
      />
      <ol className="draw-steps">
        {proofSteps.map((step) => (
          <li key={step} className={verified.holds[step] ? undefined : 'is-broken'}>
            <strong>{t(verified.holds[step] ? 'draw.proofPage.holds' : 'draw.proofPage.failed')}</strong>
            <span>{t(`draw.proofPage.steps.${step}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function MyLine({ draw, verified }: { readonly draw: Draw; readonly verified: VerifiedForMe }) {
  const { t } = useTranslation();
  if (draw.mine === null) return null;
  const entry = verified.entries.find(({ token }) => token === verified.myToken);
  const line = verified.lines.find(({ number }) => number === entry?.number);
  return (
    <section className="card" aria-labelledby="my-line">
      <h2 id="my-line">{t('draw.proofPage.mine')}</h2>
      {entry === undefined || line === undefined ? (
        <p>{t('draw.proofPage.mineMissing')}</p>
      ) : (
        <>
          <p>
            {t('draw.proofPage.mineLine', {
              number: entry.number,
              tickets: entry.tickets,
              heads: entry.heads,
              place: line.place,
            })}
          </p>
          <p>
            <code className="draw-hash">{entry.token}</code>
          </p>
          <p className="hint">{t('draw.proofPage.mineBound')}</p>
        </>
      )}
    </section>
  );
}

const shownMax = 200;

function Results({ verified }: { readonly verified: VerifiedForMe }) {
  const { t } = useTranslation();
  const { lines, entries, myToken } = verified;
  const entryOf = ({ number }: ProofLine) => entries[number - 1];
  return (
    <section className="card" aria-labelledby="draw-results">
      <h2 id="draw-results">{t('draw.proofPage.results')}</h2>
      <DataTable<ProofLine>
        caption={t('draw.proofPage.results')}
        rows={lines.slice(0, shownMax)}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'place', title: t('draw.proofPage.place'), cell: ({ place }) => place, isNumber: true },
          {
            key: 'entry',
            title: t('draw.proofPage.entry'),
            cell: (line) =>
              entryOf(line)?.token === myToken ? `${line.number} (${t('draw.proofPage.me')})` : line.number,
            isNumber: true,
          },
          {
            key: 'tickets',
            title: t('draw.proofPage.tickets'),
            cell: (line) => entryOf(line)?.tickets,
            isNumber: true,
          },
          {
            key: 'heads',
            title: t('draw.proofPage.heads'),
            cell: (line) => entryOf(line)?.heads,
            isNumber: true,
          },
          {
            key: 'outcome',
            title: t('draw.proofPage.outcome'),
            cell: ({ result }) => t(result === 'seat' ? 'draw.proofPage.seat' : 'draw.proofPage.line'),
          },
        ]}
      />
      {lines.length > shownMax && <p className="hint">{t('draw.proofPage.shown', { count: shownMax })}</p>}
    </section>
  );
}

function Published({ proof }: { readonly proof: DrawProof }) {
  const { t } = useTranslation();
  const save = (): void =>
    saveFile(
      `draw-${proof.drawId}.json`,
      new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' }),
    );
  return (
    <section className="card draw-data" aria-labelledby="draw-data">
      <h2 id="draw-data">{t('draw.proofPage.data')}</h2>
      <dl className="draw-facts">
        {(['commitment', 'secret', 'listHash', 'seed'] as const).map((field) => (
          <div key={field}>
            <dt>{t(`draw.proofPage.${field}`)}</dt>
            <dd>
              <code className="draw-hash">{proof[field]}</code>
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t('draw.proofPage.list')}</summary>
        <pre className="draw-list" tabIndex={0}>
          {proof.list}
        </pre>
      </details>
      <p className="hint">{t('draw.proofPage.script')}</p>
      <Button onClick={save}>{t('draw.proofPage.download')}</Button>
    </section>
  );
}
