import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Its first lines on a phone, and all of it at a press; all of it at once where there is room. */
export function Introduction({ html }: { readonly html: string | null }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="description-title">
      <h2 id="description-title">{t('activity.description')}</h2>
      {html === null ? <p>{t('activity.noDescription')}</p> : <Text html={html} />}
    </section>
  );
}

/** The platform removes all but a few harmless elements. */
function Text({ html }: { readonly html: string }) {
  const { t } = useTranslation();
  const text = useRef<HTMLDivElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const isLonger = useIsLonger(text);
  const isCut = !isWhole && isLonger;
  return (
    <>
      <div
        ref={text}
        className={isWhole ? 'introduction markdown' : 'introduction markdown is-cut'}
        // A link in what cannot be seen is not for the keyboard to stop at: reaching one opens the whole.
        onFocus={() => setIsWhole(true)}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {isCut && <Button onClick={() => setIsWhole(true)}>{t('activity.wholeDescription')}</Button>}
    </>
  );
}

/** Is there more of it than its box shows? It changes with the width of the screen. */
function useIsLonger(box: { readonly current: HTMLElement | null }): boolean {
  const [isLonger, setIsLonger] = useState(false);
  useEffect(() => {
    const measure = (): void => {
      const { current } = box;
      setIsLonger(current !== null && current.scrollHeight > current.clientHeight + 1);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [box]);
  return isLonger;
}
