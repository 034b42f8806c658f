import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { UnionName } from '../../../session/union-name.js';

type Preview = components['schemas']['UnionMovePreview'];

interface UnionMovePreviewProps {
  readonly unionId: string;
  readonly parentId: string;
}

/** What goes along with a union that moves, and for whom what changes: before it is proposed, and before it is confirmed. */
export function UnionMovePreview({ unionId, parentId }: UnionMovePreviewProps) {
  const { t } = useTranslation();
  const { data, error, isError } = useRead('union', '/unions/{unionId}/move', { unionId, parentId });
  if (isError) return <Refusal title={t('unionMove.refused')} error={error} fields={[]} />;
  if (data === undefined) return <LoadingState rows={6} />;
  const isSame = data.leaves.length + data.joins.length === 0;
  return (
    <section className="notice" aria-labelledby="union-move-title">
      <h3 id="union-move-title">{t('unionMove.title')}</h3>
      {isSame ? <p>{t('unionMove.same')}</p> : <Changes preview={data} />}
    </section>
  );
}

function Changes({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { things, matters, leaves, joins, deciderUnionName } = preview;
  return (
    <>
      <h4>{t('unionMove.along')}</h4>
      <ul>
        {things.map(({ thing, count }) => (
          <li key={thing}>{t(`unionMove.thing.${thing}`, { count })}</li>
        ))}
      </ul>
      <h4>{t('unionMove.open')}</h4>
      {matters.length === 0 ? (
        <p className="hint">{t('unionMove.nothingOpen')}</p>
      ) : (
        <ul>
          {matters.map(({ matter, count }) => (
            <li key={matter}>{t(`unionMove.matter.${matter}`, { count })}</li>
          ))}
        </ul>
      )}
      <h4>{t('unionMove.forWhom')}</h4>
      <Above unions={leaves} text={t('unionMove.leaves')} />
      <Above unions={joins} text={t('unionMove.joins')} />
      <p>{t('unionMove.members')}</p>
      <p>{t('unionMove.officers')}</p>
      <SizeClass preview={preview} />
      <p>{t('unionMove.decider', { union: deciderUnionName })}</p>
    </>
  );
}

function Above({ unions, text }: { readonly unions: Preview['leaves']; readonly text: string }) {
  const { t } = useTranslation();
  if (unions.length === 0) return null;
  return (
    <>
      <p>{text}</p>
      <ul>
        {unions.map(({ unionId, offices }) => (
          <li key={unionId}>
            <UnionName unionId={unionId} />{' '}
            <span className="hint">{t('unionMove.offices', { count: offices })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function SizeClass({ preview: { sizeClassBefore, sizeClassAfter } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  if (sizeClassBefore === sizeClassAfter) return null;
  const text = (size: Preview['sizeClassAfter']): string =>
    size === null ? t('unionMove.noSizeClass') : t(`party.sizes.${size}`);
  const [before, after] = [text(sizeClassBefore), text(sizeClassAfter)];
  return <p>{t('unionMove.sizeClass', { before, after })}</p>;
}
