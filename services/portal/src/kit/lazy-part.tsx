import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type ComponentType, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { loadTexts } from '../i18n/index.js';
import type { TextPart } from '../i18n/index.js';
import { LoadAgain } from './load-again.js';
import { partLoading } from './part-loading.js';
import { LoadingState } from './states.js';
import { usePageStands } from './use-page-stands.js';

/** A part of a page that is a chunk of its own. */
type LazyPart<Props> = ComponentType<Props> & {
  /** Brings it before somebody opens it. */
  readonly preload: () => void;
};

interface PartOptions {
  /** The lines of the place that is kept for it; none, where it comes after the page, in place of its `meanwhile` or of nothing. */
  readonly rows?: number;
  /** The texts that it alone speaks, beside those of its page. */
  readonly texts?: readonly TextPart[];
}

type PropsOf<Part> = Part extends ComponentType<infer Props> ? Props : never;
type AnyPart = ComponentType<{ readonly meanwhile?: ReactNode }>;

/**
 * A part that the page stands without, as a rule a form: it comes when it is shown, or before that by `Preload`.
 * @param load the module that exports the part under `name`
 */
export function lazyPart<Name extends string, Module extends Readonly<Record<Name, ComponentType<never>>>>(
  name: Name,
  load: () => Promise<Module>,
  { rows = 4, texts = [] }: PartOptions = {},
): LazyPart<PropsOf<Module[Name]>> {
  const { start, standing, subscribe } = partLoading(async () => {
    const [module] = await Promise.all([load(), loadTexts(...texts)]);
    return module[name] as AnyPart;
  });
  const LazilyLoaded: AnyPart = (props) => {
    const now = useSyncExternalStore(subscribe, standing);
    const pageStands = usePageStands(rows === 0);
    // Whoever has been here before has the script, and need not see it come.
    const mayStart = rows > 0 || pageStands || hasBeenHere();
    useEffect(() => {
      if (!mayStart) return undefined;
      // The page stands first, also where the part is shown with it.
      const timer = setTimeout(start);
      return () => clearTimeout(timer);
    }, [mayStart]);
    const mayStand = useFreePlace(now.state === 'here', props.meanwhile !== undefined);
    if (now.state === 'here' && mayStand) return <now.part {...props} />;
    if (rows === 0) return props.meanwhile ?? null;
    return now.state === 'failed' ? <PartFailed /> : <LoadingState rows={rows} />;
  };
  return Object.assign(LazilyLoaded as ComponentType<PropsOf<Module[Name]>>, { preload: start });
}

const lookEveryMs = 100;

/**
 * Whether a part may take the place of what stands there meanwhile: not while somebody is in the middle of something, as
 * what they have typed or opened would be lost with it.
 */
function useFreePlace(isHere: boolean, takesPlace: boolean): boolean {
  const [isFree, setIsFree] = useState(isHere || !takesPlace);
  useEffect(() => {
    if (!isHere || isFree) return undefined;
    const timer = setInterval(() => {
      // At once: in between somebody could begin to type.
      if (!isInUse()) flushSync(() => setIsFree(true));
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isHere, isFree]);
  return isFree;
}

/** The focus stands in the page itself, or a question is open. */
function isInUse(): boolean {
  const main = document.querySelector('main');
  const focused = document.activeElement;
  const isWithin = main !== null && focused !== main && main.contains(focused);
  return isWithin || document.querySelector('dialog[open]') !== null;
}

/** Does the browser keep the portal from an earlier visit? Over plain http it keeps nothing. */
function hasBeenHere(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

/**
 * There is no network, or the part went with an older version. A browser remembers which script did not come and asks
 * for it no more, so that trying again is opening the page anew.
 */
function PartFailed() {
  const { t } = useTranslation();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="notice"
      title={t('common.failed')}
      description={<p>{t('common.partFailed')}</p>}
      action={<LoadAgain />}
    />
  );
}

/** Brings a part that a click will open, once the page has what it asked for and the browser nothing else to do. */
export function Preload({ part }: { readonly part: Pick<LazyPart<object>, 'preload'> }) {
  const queryClient = useQueryClient();
  const isBusy = useIsFetching() > 0;
  useEffect(() => {
    if (isBusy) return undefined;
    return whenIdle(() => {
      // A script that is asked for in vain can be had only by opening the page anew.
      if (navigator.onLine && queryClient.isFetching() === 0) part.preload();
    });
  }, [isBusy, part, queryClient]);
  return null;
}

const patienceMs = 2_000;

/** Safari knows no idle time: a moment later does as well. */
function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, patienceMs);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: patienceMs });
  return () => cancelIdleCallback(handle);
}
