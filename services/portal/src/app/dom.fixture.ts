import { GlobalRegistrator } from '@happy-dom/global-registrator';

// Requests, timers and bytes stay Node's own: what is tested sends them to the answers of page.fixture.tsx.
const own = {
  AbortController,
  AbortSignal,
  Blob,
  ByteLengthQueuingStrategy,
  FormData,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextDecoderStream,
  TextEncoder,
  TransformStream,
  URL,
  URLSearchParams,
  WritableStream,
  clearInterval,
  clearTimeout,
  crypto,
  fetch,
  setInterval,
  setTimeout,
  structuredClone,
};
GlobalRegistrator.register({
  url: 'https://portal.example/',
  width: 1280,
  height: 800,
  // A link that somebody clicks, such as one to a file, would move the page of all tests that follow.
  settings: { navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } },
});
Object.assign(globalThis, own, { IS_REACT_ACT_ENVIRONMENT: true });
// A browser has locks or lacks them; this one says null.
Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
