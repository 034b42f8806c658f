import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { ErasureOutcome } from './erasure-outcome.js';
import { KeptItems } from './kept-items.js';

const ErasureForm = lazyPart('ErasureForm', () => import('./erasure-form.js'));

type Erasure = components['schemas']['ErasureView'];
type Preview = components['schemas']['ErasurePreviewView'];
type Obstacle = components['schemas']['ErasureObstacleView']['obstacle'];

/** The page on which one ends what is in the way. */
const pageToEnd: Readonly<Partial<Record<Obstacle, string>>> = {
  member: '/account#membership',
  office: '/account#membership',
  transfer: '/account#transfer',
  registration: '/my',
  activity: '/activities',
  loan: '/my',
  lent: '/resources',
  bill: '/cost-pools',
};

/** Asking to erase what the platform has of the reader, and taking it back. */
export function ErasurePage() {
  const { t } = useTranslation();
  const own = useRead('erasure', '/me/erasure', {});
  return (
    <>
      <PageHead title={t('erasure.title')} back="/account/data" />
      <Loaded query={own}>
        {({ erasure }) =>
          erasure?.state === 'filed' || erasure?.state === 'waiting' ? (
            <Waiting erasure={erasure} />
          ) : (
            <>
              {erasure !== null && erasure.state !== 'withdrawn' && <ErasureOutcome erasure={erasure} />}
              <Asking />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Waiting({ erasure }: { readonly erasure: Erasure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withdraw = useCommand('erasure', 'post', '/me/erasure/withdraw');
  const { state, paperKind } = erasure;
  const link = `/erasures/${erasure.receipt}`;
  const when = { when: format.instant(erasure.effectiveAt) };
  return (
    <section className="card" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t(`erasure.states.${state}`)}</h2>
      {paperKind !== null && <p>{t(`erasure.askedBy.${paperKind}`)}</p>}
      <p role="status">{t(state === 'filed' ? 'erasure.filed' : 'erasure.waiting', when)}</p>
      <p>
        {t('erasure.receipt')} <Link to={link}>{`${window.location.origin}${link}`}</Link>
      </p>
      {withdraw.isError && <Refusal title={t('erasure.refused')} error={withdraw.error} />}
      <ConfirmButton
        type="primary"
        loading={withdraw.isPending}
        question={t('erasure.withdrawQuestion')}
        confirmText={t('erasure.withdraw')}
        onConfirm={() => withdraw.mutate()}
      >
        {t('erasure.withdraw')}
      </ConfirmButton>
    </section>
  );
}

function Asking() {
  const { t } = useTranslation();
  const preview = useRead('erasure', '/me/erasure/preview', {});
  return (
    <Loaded query={preview}>
      {(found) => (
        <>
          <section className="card" aria-labelledby="what-title">
            <h2 id="what-title">{t('erasure.what')}</h2>
            <p>{t('erasure.hint')}</p>
            {found.complete ? (
              <InTheWay preview={found} />
            ) : (
              <Alert type="warning" showIcon className="notice" title={t('erasure.incomplete')} />
            )}
            {found.possible && <ErasureForm />}
          </section>
          <section className="card" aria-labelledby="erased-title">
            <h2 id="erased-title">{t('erasure.goes')}</h2>
            <p className="hint">{t('erasure.goesHint')}</p>
            <KeptItems
              parts={found.services.map(({ service, erased }) => ({ service, items: erased }))}
              idPrefix="erased"
            />
          </section>
          <section className="card" aria-labelledby="kept-title">
            <h2 id="kept-title">{t('erasure.stays')}</h2>
            <p className="hint">{t('erasure.staysHint')}</p>
            <KeptItems
              parts={found.services.map(({ service, kept }) => ({ service, items: kept }))}
              idPrefix="kept"
            />
          </section>
        </>
      )}
    </Loaded>
  );
}

/** What must end before, each with the page where it is ended. */
function InTheWay({ preview: { services } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const obstacles = services.flatMap((one) => one.obstacles);
  if (obstacles.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      title={t('erasure.inTheWay')}
      description={
        <ul className="plain-list">
          {obstacles.map(({ obstacle, count }) => {
            const text = t(`erasure.obstacleOf.${obstacle}`, { count });
            const to = pageToEnd[obstacle];
            return <li key={obstacle}>{to === undefined ? text : <Link to={to}>{text}</Link>}</li>;
          })}
        </ul>
      }
    />
  );
}
