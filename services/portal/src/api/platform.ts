import { currentLocale } from '../i18n/index.js';
import { createApi } from './client.js';
import { SessionStore } from './session-store.js';
import { createTransport } from './transport.js';

/** The one session of this page, and the client that speaks in its name. */
export const session = new SessionStore(localStorage);
addEventListener('storage', session.changedElsewhere);

const options = { baseUrl: location.origin, session, locale: currentLocale };
export const transport = createTransport(options);
export const api = createApi(options.baseUrl, transport);
