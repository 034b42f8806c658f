import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gateway = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // The gateway allows scripts from itself only: nothing may be inlined into the page.
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: { port: 5173, proxy: { '/api': { target: gateway, changeOrigin: true } } },
});
