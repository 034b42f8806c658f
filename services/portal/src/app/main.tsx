import '../kit/styles/tokens.css';
import '../kit/styles/base.css';
import '../kit/styles/print.css';
import { onlineManager } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '../api/platform.js';
import { App } from './app.js';
import { startI18n } from '../i18n/index.js';
import { loadPart } from './load-part.js';
import { readyDoor } from './ready-door.js';
import { keepShell } from '../kit/keep-shell.js';
import { preparePrints } from '../kit/printing.js';
import { tidyKeptDoors } from '../session/vault/kept-doors.js';

// The library believes in a network until it sees one go; a page that was opened without one never would.
onlineManager.setOnline(navigator.onLine);
await startI18n(loadPart);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
preparePrints();
void begin();

async function begin(): Promise<void> {
  // Not awaited by this module itself: the vault's code begins with what is in this file, and would wait for its end.
  await tidyKeptDoors(session.isSignedIn() ? session.personId() : null);
  if (!import.meta.env.PROD) return;
  await keepShell();
  await readyDoor();
}
