import '../../../kit/styles/organising.css';
import './album.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { AlbumTile } from './album-tile.js';
import { type AlbumState, useAlbum } from './use-album.js';

const AddPictures = lazyPart('AddPictures', () => import('./add-pictures.js'));
const states: readonly AlbumState[] = ['pending', 'approved', 'reported', 'hidden'];

export function AlbumPage() {
  return <OfActivity>{(activity) => <Album activity={activity} />}</OfActivity>;
}

/** The pictures of those who came; hosts also see those that wait for a decision. */
function Album({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [state, setState] = useState<AlbumState>();
  const album = useAlbum(activity.id, state);
  const mayModerate = album.head?.mayModerate === true;
  const empty = t(state === undefined ? 'album.none' : 'album.noneOf');
  return (
    <>
      <PageHead title={t('album.titleOf', { title: activity.title })} back={`/activities/${activity.id}`} />
      <p className="hint">{t('album.hint')}</p>
      <Adding activity={activity} head={album.head} />
      {mayModerate && (
        <Moderating activity={activity} waiting={album.head?.waiting ?? 0} state={state} onState={setState} />
      )}
      <PagedList list={album} empty={{ text: empty }}>
        {(items) => (
          <ul className="plain-list album-grid">
            {items.map((picture, index) => (
              <AlbumTile
                key={picture.id}
                activityId={activity.id}
                picture={picture}
                number={index + 1}
                mayModerate={mayModerate}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

interface AddingProps {
  readonly activity: Activity;
  readonly head: ReturnType<typeof useAlbum>['head'];
}

function Adding({ activity, head }: AddingProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const [isOpen, setIsOpen] = useState(false);
  if (head === undefined) return null;
  if (new Date(head.opensAt) > new Date())
    return <p>{t('album.opensAt', { time: format.instant(head.opensAt) })}</p>;
  if (isOpen)
    return (
      <section className="card" aria-label={t('album.add')}>
        <AddPictures activityId={activity.id} isHost={head.mayModerate} onDone={() => setIsOpen(false)} />
      </section>
    );
  if (!head.mayAdd) return null;
  return (
    <div className="actions album-add">
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {t('album.add')}
      </Button>
    </div>
  );
}

interface ModeratingProps {
  readonly activity: Activity;
  readonly waiting: number;
  readonly state: AlbumState | undefined;
  readonly onState: (state: AlbumState | undefined) => void;
}

function Moderating({ activity, waiting, state, onState }: ModeratingProps) {
  const { t } = useTranslation();
  return (
    <div className="album-filter">
      <Choice<AlbumState>
        label={t('album.show')}
        options={[
          { value: '', label: t('album.all') },
          ...states.map((value) => ({ value, label: t(`album.state.${value}`) })),
        ]}
        onChange={onState}
        {...(state === undefined ? {} : { value: state })}
      />
      {waiting > 0 && <span role="status">{t('album.waiting', { count: waiting })}</span>}
      <p>
        <Link to={`/public/activities/${activity.id}/album`}>{t('album.toPublic')}</Link>
      </p>
    </div>
  );
}
