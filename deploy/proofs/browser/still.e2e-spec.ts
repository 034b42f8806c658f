/// <reference lib="dom" />
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { visitWith } from '../../browser/visit.js';

/** A button that changes slowly, and what the portal does for whoever wants less motion. */
const page = `<!doctype html><title>a</title><style>
  button { color: rgb(0, 0, 0); transition: color 5s; }
  button.on { color: rgb(255, 255, 255); }
  @media (prefers-reduced-motion: reduce) { * { transition-duration: 0.01ms !important; } }
</style><button>a</button>`;

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('a page that is looked at', () => {
  it('has its new looks in the moment in which it changes', async () => {
    const visitor = await visitWith(browser, address, null, { widthPx: 1280, locale: 'en' });
    await visitor.page.goto('/');
    const colour = await visitor.page.evaluate(() => {
      const button = document.querySelector('button');
      if (button === null) return null;
      const before = getComputedStyle(button).color;
      button.className = 'on';
      // Within the same frame.
      return [before, getComputedStyle(button).color];
    });
    expect(colour).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await visitor.page.evaluate(() => document.getAnimations().length)).toBe(0);
    await visitor.context.close();
  });
});
