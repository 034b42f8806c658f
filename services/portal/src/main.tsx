import './styles.css';
import { onlineManager } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startI18n } from './i18n/index.js';
import { keepShell } from './shell/keep-shell.js';

// The library believes in a network until it sees one go; a page that was opened without one never would.
onlineManager.setOnline(navigator.onLine);
await startI18n();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if (import.meta.env.PROD) void keepShell();
