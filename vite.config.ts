import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  resolve: {
    alias: {
      '~': fileURLToPath(new URL('./app', import.meta.url)),
      '#db': fileURLToPath(new URL('./prisma/generated/client.ts', import.meta.url)),
    },
  },
  build: { target: ['chrome87', 'safari14'], assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  ssr: { external: ['better-sqlite3', '@node-rs/argon2', 'pdfkit', 'sharp', 'mdx-bundler', 'esbuild', 'fontkit'] },
})
