import { SoundOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { utterancesOf } from './read-aloud.model.js';

/** What is pressed, filled in or looked at is no text to listen to. */
const notRead =
  'button, select, input, textarea, nav, form, svg, details:not([open]), [aria-hidden="true"], .page-head .actions, .back';

/** Reads the page to whoever would rather listen; where the browser has no voice, nothing is offered. */
export function ReadAloud() {
  const { t, i18n } = useTranslation();
  const { pathname } = useLocation();
  const [isReading, setIsReading] = useState(false);
  // One page is not read over another, nor after the reader has gone.
  useEffect(() => () => stop(), [pathname]);
  if (!('speechSynthesis' in globalThis)) return null;
  const toggle = (): void => {
    stop();
    setIsReading(!isReading);
    if (!isReading)
      speak(utterancesOf(textOf(document.querySelector('main'))), i18n.language, () => setIsReading(false));
  };
  return (
    <Button icon={<SoundOutlined aria-hidden />} onClick={toggle}>
      {t(isReading ? 'common.stopReading' : 'common.readAloud')}
    </Button>
  );
}

function stop(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}

function speak(pieces: readonly string[], lang: string, onEnd: () => void): void {
  if (pieces.length === 0) onEnd();
  pieces.forEach((piece, index) => {
    const utterance = new SpeechSynthesisUtterance(piece);
    utterance.lang = lang;
    if (index === pieces.length - 1) utterance.onend = onEnd;
    utterance.onerror = onEnd;
    speechSynthesis.speak(utterance);
  });
}

/** The text of a page as it is shown, each block a line of its own, without what is to be pressed or filled in. */
function textOf(page: HTMLElement | null): string {
  if (page === null) return '';
  const lines: string[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(notRead) === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  let block: Element | null = null;
  while (walker.nextNode() !== null) {
    const text = walker.currentNode.textContent ?? '';
    const own = walker.currentNode.parentElement?.closest('h1, h2, h3, p, li, dt, dd, td, th, div') ?? null;
    if (own === block && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
    block = own;
  }
  return lines.join('\n');
}
